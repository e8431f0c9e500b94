/// Broadcasts put together, and their command line.
@NullMarked
package vn.ansinh.app.broadcasts;

import org.jspecify.annotations.NullMarked;
