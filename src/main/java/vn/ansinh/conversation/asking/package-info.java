/// A question is handed to the officers: what is asked before, what is said afterwards.
@NullMarked
package vn.ansinh.conversation.asking;

import org.jspecify.annotations.NullMarked;
