/// What a citizen wants to be reminded of, when each message about it goes out, and what it says;
/// no database: values in, values out.
@NullMarked
package vn.ansinh.reminder;

import org.jspecify.annotations.NullMarked;
