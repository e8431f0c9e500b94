/// What a broadcast says and to whom, checked as a whole before anybody sees it.
@NullMarked
package vn.ansinh.broadcast.content;

import org.jspecify.annotations.NullMarked;
