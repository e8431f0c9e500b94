/// Noticing that the knowledge base on disk has changed.
@NullMarked
package vn.ansinh.knowledge.watch;

import org.jspecify.annotations.NullMarked;
