/// The pages about officers: one's own account, everybody's, and what everybody did.
@NullMarked
package vn.ansinh.console.people;

import org.jspecify.annotations.NullMarked;
