/// What is measured and logged for whoever watches over the service.
@NullMarked
package vn.ansinh.app.watch;

import org.jspecify.annotations.NullMarked;
