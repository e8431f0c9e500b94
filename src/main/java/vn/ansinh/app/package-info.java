/// The command line, the configuration and the wiring: the only place that knows all others.
@NullMarked
package vn.ansinh.app;

import org.jspecify.annotations.NullMarked;
