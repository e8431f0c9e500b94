/// The officers' inbox put together.
@NullMarked
package vn.ansinh.app.inbox;

import org.jspecify.annotations.NullMarked;
