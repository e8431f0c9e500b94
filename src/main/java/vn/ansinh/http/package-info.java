/// The Vert.x HTTP server and the hand-off of work to virtual threads.
@NullMarked
package vn.ansinh.http;

import org.jspecify.annotations.NullMarked;
