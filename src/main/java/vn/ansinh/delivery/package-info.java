/// The outbox, the one door out, and the dispatcher that carries it to the channels.
@NullMarked
package vn.ansinh.delivery;

import org.jspecify.annotations.NullMarked;
