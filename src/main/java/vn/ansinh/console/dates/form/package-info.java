/// What is typed into the forms about days, what was wrong with it, and what it makes of a file.
@NullMarked
package vn.ansinh.console.dates.form;

import org.jspecify.annotations.NullMarked;
