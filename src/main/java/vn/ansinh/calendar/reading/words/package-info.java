/// The words in which dates are said, with and without marks.
@NullMarked
package vn.ansinh.calendar.reading.words;

import org.jspecify.annotations.NullMarked;
