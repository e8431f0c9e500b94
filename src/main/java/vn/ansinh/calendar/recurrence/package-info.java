/// Days that come back: session days of a health station, days of payment.
@NullMarked
package vn.ansinh.calendar.recurrence;

import org.jspecify.annotations.NullMarked;
