/// What was queued for a reminder, and is planned anew or sent to the citizen's other chat.
@NullMarked
package vn.ansinh.reminder.recall;

import org.jspecify.annotations.NullMarked;
