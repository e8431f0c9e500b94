/// YAML read with line numbers, so that every fault can name its place.
@NullMarked
package vn.ansinh.yaml;

import org.jspecify.annotations.NullMarked;
