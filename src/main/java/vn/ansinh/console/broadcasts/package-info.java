/// The pages about broadcasts: written, approved by a second person, sent, watched, reported.
@NullMarked
package vn.ansinh.console.broadcasts;

import org.jspecify.annotations.NullMarked;
