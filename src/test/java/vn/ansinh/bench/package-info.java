/// The benchmark and the crash runs: one process plays a messenger and its users, the service is
/// another.
@NullMarked
package vn.ansinh.bench;

import org.jspecify.annotations.NullMarked;
