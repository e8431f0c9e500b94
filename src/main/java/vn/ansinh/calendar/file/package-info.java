/// The holidays as officers write them down, in YAML.
@NullMarked
package vn.ansinh.calendar.file;

import org.jspecify.annotations.NullMarked;
