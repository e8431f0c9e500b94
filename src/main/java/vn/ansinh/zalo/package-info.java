/// The Zalo Bot platform, in and out; Zalo's types end here.
///
/// It is poorer than Telegram's: no buttons, no edits, no documents, and its `getUpdates` knows no
/// acknowledgement. What is not known of it is taken for the worse case, with a key to change it.
@NullMarked
package vn.ansinh.zalo;

import org.jspecify.annotations.NullMarked;
