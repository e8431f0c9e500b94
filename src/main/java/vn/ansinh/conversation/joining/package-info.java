/// Two chats of one citizen: how they are joined, where messages go then, and how they are parted.
@NullMarked
package vn.ansinh.conversation.joining;

import org.jspecify.annotations.NullMarked;
