/// From the outbox to the channels: claiming, pacing, sending, settling.
@NullMarked
package vn.ansinh.delivery.dispatch;

import org.jspecify.annotations.NullMarked;
