/// The officers' inbox: what citizens ask them, and the answers.
@NullMarked
package vn.ansinh.console.inbox;

import org.jspecify.annotations.NullMarked;
