/// A citizen's message becomes replies: the dialogue as a pure function. What surrounds it, the
/// transaction, is in `intake`.
@NullMarked
package vn.ansinh.conversation;

import org.jspecify.annotations.NullMarked;
