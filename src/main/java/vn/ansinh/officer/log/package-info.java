/// The audit log as it is read: page by page, and checked from end to end.
@NullMarked
package vn.ansinh.officer.log;

import org.jspecify.annotations.NullMarked;
