/// The pages by which officers sign in and choose what they prove themselves with.
@NullMarked
package vn.ansinh.console.sign;

import org.jspecify.annotations.NullMarked;
