/// Reminders in the chat, as pure functions: signing up step by step, what the buttons of reminders
/// do, and what is held of a citizen.
@NullMarked
package vn.ansinh.conversation.reminders;

import org.jspecify.annotations.NullMarked;
