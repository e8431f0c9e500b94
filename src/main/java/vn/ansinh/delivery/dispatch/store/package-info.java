/// What dispatchers read and write of the outbox: which nodes live, what is leased, how attempts
/// ended.
@NullMarked
package vn.ansinh.delivery.dispatch.store;

import org.jspecify.annotations.NullMarked;
