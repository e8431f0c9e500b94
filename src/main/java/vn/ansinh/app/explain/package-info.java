/// How a search explains itself on the command line.
@NullMarked
package vn.ansinh.app.explain;

import org.jspecify.annotations.NullMarked;
