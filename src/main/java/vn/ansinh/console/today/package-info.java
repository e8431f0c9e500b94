/// How the service is doing today, and what waits for a person.
@NullMarked
package vn.ansinh.console.today;

import org.jspecify.annotations.NullMarked;
