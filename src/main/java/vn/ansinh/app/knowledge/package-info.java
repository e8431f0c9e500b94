/// The commands of those who edit the knowledge base: check, list, what depends on what, what has
/// grown old.
@NullMarked
package vn.ansinh.app.knowledge;

import org.jspecify.annotations.NullMarked;
