/// The questions that found no answer or no good one, for officers to work through; nobody's name
/// is there.
@NullMarked
package vn.ansinh.console.questions;

import org.jspecify.annotations.NullMarked;
