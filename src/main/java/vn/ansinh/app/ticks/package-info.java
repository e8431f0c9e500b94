/// The metronome: a handful of jobs of Quartz, clustered over the database, and the service's
/// clock.
@NullMarked
package vn.ansinh.app.ticks;

import org.jspecify.annotations.NullMarked;
