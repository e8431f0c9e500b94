/// Members of staff: who they are, what they may do, and the log of what they did.
@NullMarked
package vn.ansinh.officer;

import org.jspecify.annotations.NullMarked;
