/// Rich texts as JSON.
@NullMarked
package vn.ansinh.text.json;

import org.jspecify.annotations.NullMarked;
