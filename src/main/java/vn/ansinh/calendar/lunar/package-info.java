/// The Vietnamese lunar calendar, from 1813 to 3000, by Time4J.
@NullMarked
package vn.ansinh.calendar.lunar;

import org.jspecify.annotations.NullMarked;
