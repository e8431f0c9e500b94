/// One announcement by officers to an audience: written, approved by a second person, launched,
/// watched over until nothing is left to be sent.
@NullMarked
package vn.ansinh.broadcast;

import org.jspecify.annotations.NullMarked;
