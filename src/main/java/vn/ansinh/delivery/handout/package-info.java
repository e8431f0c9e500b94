/// Files for channels that take none.
@NullMarked
package vn.ansinh.delivery.handout;

import org.jspecify.annotations.NullMarked;
