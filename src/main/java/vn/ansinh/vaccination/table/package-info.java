/// The vaccination schedule as officers write it: a table of comma-separated values, read and
/// checked.
@NullMarked
package vn.ansinh.vaccination.table;

import org.jspecify.annotations.NullMarked;
