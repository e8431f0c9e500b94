/// The vaccination forecast: a schedule, a child's doses and a day become what is done, due and
/// next. Pure values and arithmetic on days.
@NullMarked
package vn.ansinh.vaccination;

import org.jspecify.annotations.NullMarked;
