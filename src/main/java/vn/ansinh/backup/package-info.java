/// The whole database in one file, and back: a snapshot as JSON lines, compressed, encrypted when a
/// passphrase is given.
@NullMarked
package vn.ansinh.backup;

import org.jspecify.annotations.NullMarked;
