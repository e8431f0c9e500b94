/// A second vaccination forecast, written from the rules alone, to hold the first one against it.
@NullMarked
package vn.ansinh.vaccination.second;

import org.jspecify.annotations.NullMarked;
