/// The pages of the console that show what the service does and knows, put together.
@NullMarked
package vn.ansinh.app.pages;

import org.jspecify.annotations.NullMarked;
