/// Vietnamese words: syllables and their spellings, what a hurried hand types, and what was meant.
@NullMarked
package vn.ansinh.search.analysis;

import org.jspecify.annotations.NullMarked;
