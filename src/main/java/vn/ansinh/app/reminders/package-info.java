/// The commands that rehearse what people would be reminded of.
@NullMarked
package vn.ansinh.app.reminders;

import org.jspecify.annotations.NullMarked;
