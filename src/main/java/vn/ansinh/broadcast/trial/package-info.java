/// A broadcast sent to the one who writes it, before anybody else gets it.
@NullMarked
package vn.ansinh.broadcast.trial;

import org.jspecify.annotations.NullMarked;
