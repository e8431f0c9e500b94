/// Vietnamese time: public holidays, working days, and the hours in which nobody is disturbed.
@NullMarked
package vn.ansinh.calendar;

import org.jspecify.annotations.NullMarked;
