/// A citizen's message becomes replies.
@NullMarked
package vn.ansinh.conversation;

import org.jspecify.annotations.NullMarked;
