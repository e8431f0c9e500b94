/// The Telegram Bot API, in and out; Telegram's types end here.
@NullMarked
package vn.ansinh.telegram;

import org.jspecify.annotations.NullMarked;
