/// Two chats of one citizen: joined by a code that is shown in one and typed in the other.
@NullMarked
package vn.ansinh.citizen.joining;

import org.jspecify.annotations.NullMarked;
