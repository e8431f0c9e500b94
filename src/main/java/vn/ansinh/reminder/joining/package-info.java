/// What becomes of the reminders of two chats when they become one citizen's, and when they part.
@NullMarked
package vn.ansinh.reminder.joining;

import org.jspecify.annotations.NullMarked;
