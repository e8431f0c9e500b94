/// What is held of a citizen, what is decided about it, and the words that answers about it share.
@NullMarked
package vn.ansinh.conversation.standing;

import org.jspecify.annotations.NullMarked;
