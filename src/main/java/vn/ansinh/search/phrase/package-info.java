/// What is found in a row of words: phrases and ages.
@NullMarked
package vn.ansinh.search.phrase;

import org.jspecify.annotations.NullMarked;
