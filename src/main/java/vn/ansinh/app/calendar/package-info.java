/// The calendar on the command line: what officers ask before they publish a day.
@NullMarked
package vn.ansinh.app.calendar;

import org.jspecify.annotations.NullMarked;
