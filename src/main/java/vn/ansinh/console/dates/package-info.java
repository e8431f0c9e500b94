/// The days that people are reminded of, as they stand, with the reminders that follow.
@NullMarked
package vn.ansinh.console.dates;

import org.jspecify.annotations.NullMarked;
