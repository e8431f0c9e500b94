/// The knowledge base as counted words and as a Lucene index.
@NullMarked
package vn.ansinh.search.index;

import org.jspecify.annotations.NullMarked;
