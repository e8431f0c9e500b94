/// The knowledge base on disk: reading it and checking it.
@NullMarked
package vn.ansinh.knowledge.file;

import org.jspecify.annotations.NullMarked;
