/// Looks over the service for whoever runs it: what is in order, what is not, what to do.
@NullMarked
package vn.ansinh.app.doctor;

import org.jspecify.annotations.NullMarked;
