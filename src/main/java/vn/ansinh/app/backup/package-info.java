/// Saving the database in a file and filling an empty one from it, on the command line.
@NullMarked
package vn.ansinh.app.backup;

import org.jspecify.annotations.NullMarked;
