/// The checked knowledge base as bytes, which are read much faster than the files people write.
@NullMarked
package vn.ansinh.knowledge.packed;

import org.jspecify.annotations.NullMarked;
