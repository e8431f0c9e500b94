/// Answers that officers write for questions which found none: drafts for the knowledge base.
@NullMarked
package vn.ansinh.console.answers;

import org.jspecify.annotations.NullMarked;
