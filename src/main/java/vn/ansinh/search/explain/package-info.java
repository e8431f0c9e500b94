/// What a search read, weighed and concluded, as values to show.
@NullMarked
package vn.ansinh.search.explain;

import org.jspecify.annotations.NullMarked;
