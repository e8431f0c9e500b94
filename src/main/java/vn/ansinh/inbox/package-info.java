/// What citizens ask the officers themselves: what a case is and what is promised.
@NullMarked
package vn.ansinh.inbox;

import org.jspecify.annotations.NullMarked;
