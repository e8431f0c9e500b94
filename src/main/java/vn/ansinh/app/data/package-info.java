/// What is kept about people, and by which keys it is sealed: commands for whoever runs the
/// service.
@NullMarked
package vn.ansinh.app.data;

import org.jspecify.annotations.NullMarked;
