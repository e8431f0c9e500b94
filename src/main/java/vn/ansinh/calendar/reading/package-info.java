/// Dates as people write them, read relative to a given day.
@NullMarked
package vn.ansinh.calendar.reading;

import org.jspecify.annotations.NullMarked;
