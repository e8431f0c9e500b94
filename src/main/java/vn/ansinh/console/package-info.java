/// The officers' pages: who may open which, and what all of them share.
@NullMarked
package vn.ansinh.console;

import org.jspecify.annotations.NullMarked;
