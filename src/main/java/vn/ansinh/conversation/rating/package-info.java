/// What citizens think of the answers they got.
@NullMarked
package vn.ansinh.conversation.rating;

import org.jspecify.annotations.NullMarked;
