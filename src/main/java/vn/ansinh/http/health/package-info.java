/// What machines ask about the process: alive, ready, its figures.
@NullMarked
package vn.ansinh.http.health;

import org.jspecify.annotations.NullMarked;
