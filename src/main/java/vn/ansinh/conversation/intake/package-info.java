/// The transaction around the dialogue: record, lock, turn, save, put into the outbox.
@NullMarked
package vn.ansinh.conversation.intake;

import org.jspecify.annotations.NullMarked;
