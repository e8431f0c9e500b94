/// Reminders in the citizen's own calendar.
@NullMarked
package vn.ansinh.conversation.calendar;

import org.jspecify.annotations.NullMarked;
