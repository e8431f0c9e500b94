/// What reminders say of each kind of thing, from the knowledge base.
@NullMarked
package vn.ansinh.reminder.words;

import org.jspecify.annotations.NullMarked;
