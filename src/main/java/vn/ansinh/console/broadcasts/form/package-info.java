/// What is typed into the forms about broadcasts, and what was wrong with it.
@NullMarked
package vn.ansinh.console.broadcasts.form;

import org.jspecify.annotations.NullMarked;
