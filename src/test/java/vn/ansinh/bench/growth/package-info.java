/// How chats, reminders and a broadcast together bear more and more citizens.
@NullMarked
package vn.ansinh.bench.growth;

import org.jspecify.annotations.NullMarked;
