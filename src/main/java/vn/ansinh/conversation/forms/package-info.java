/// What a citizen fills in step by step: the form, what a text says for it, and the buttons under
/// it.
@NullMarked
package vn.ansinh.conversation.forms;

import org.jspecify.annotations.NullMarked;
