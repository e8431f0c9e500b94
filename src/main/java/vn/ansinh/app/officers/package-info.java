/// Officers on the command line, and their pages put together.
@NullMarked
package vn.ansinh.app.officers;

import org.jspecify.annotations.NullMarked;
