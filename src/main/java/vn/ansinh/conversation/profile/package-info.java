/// `/hoso`: where a citizen says what concerns them, so that announcements reach the right people.
@NullMarked
package vn.ansinh.conversation.profile;

import org.jspecify.annotations.NullMarked;
