/// Values written one after another as bytes, and read back in the same order.
@NullMarked
package vn.ansinh.pack;

import org.jspecify.annotations.NullMarked;
