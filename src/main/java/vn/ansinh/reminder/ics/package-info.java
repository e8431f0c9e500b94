/// Reminders as a calendar that other programs read (RFC 5545).
@NullMarked
package vn.ansinh.reminder.ics;

import org.jspecify.annotations.NullMarked;
