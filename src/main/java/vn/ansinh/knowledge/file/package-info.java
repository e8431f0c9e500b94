/// The knowledge base on disk: reading it, checking it, noticing that it has changed.
@NullMarked
package vn.ansinh.knowledge.file;

import org.jspecify.annotations.NullMarked;
