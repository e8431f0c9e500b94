/// How officers are told of parts of the knowledge base, on the command line and in the console.
@NullMarked
package vn.ansinh.knowledge.wording;

import org.jspecify.annotations.NullMarked;
