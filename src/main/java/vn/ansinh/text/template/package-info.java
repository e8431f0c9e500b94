/// Texts with gaps in them.
@NullMarked
package vn.ansinh.text.template;

import org.jspecify.annotations.NullMarked;
