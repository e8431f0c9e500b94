/// Personal data at rest: sealed in the database by keys that are kept outside of it.
@NullMarked
package vn.ansinh.vault;

import org.jspecify.annotations.NullMarked;
