/// What was queued for a reminder and is planned anew.
@NullMarked
package vn.ansinh.reminder.recall;

import org.jspecify.annotations.NullMarked;
