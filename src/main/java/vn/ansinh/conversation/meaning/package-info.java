/// What a message means after what was said before it: a courtesy, a correction, a follow-up, one
/// question or two.
@NullMarked
package vn.ansinh.conversation.meaning;

import org.jspecify.annotations.NullMarked;
