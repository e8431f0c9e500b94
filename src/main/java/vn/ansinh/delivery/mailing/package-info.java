/// The deliveries of a broadcast: written at once, counted, withdrawn, tried again.
@NullMarked
package vn.ansinh.delivery.mailing;

import org.jspecify.annotations.NullMarked;
