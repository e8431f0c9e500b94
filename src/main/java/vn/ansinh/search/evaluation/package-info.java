/// How well the questions of a file find their entries, and why those that miss do.
@NullMarked
package vn.ansinh.search.evaluation;

import org.jspecify.annotations.NullMarked;
