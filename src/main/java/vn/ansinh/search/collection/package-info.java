/// Any collection of texts with judged questions: how well the analysis and the plain recipe find
/// there.
@NullMarked
package vn.ansinh.search.collection;

import org.jspecify.annotations.NullMarked;
