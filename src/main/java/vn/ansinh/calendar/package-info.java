/// Vietnamese time.
@NullMarked
package vn.ansinh.calendar;

import org.jspecify.annotations.NullMarked;
