/// What becomes of reminders when the calendars they were planned by change.
@NullMarked
package vn.ansinh.reminder.follow;

import org.jspecify.annotations.NullMarked;
