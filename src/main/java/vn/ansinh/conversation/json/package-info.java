/// Turns of a dialogue as JSON.
@NullMarked
package vn.ansinh.conversation.json;

import org.jspecify.annotations.NullMarked;
