/// Calls of other services' APIs.
@NullMarked
package vn.ansinh.http.call;

import org.jspecify.annotations.NullMarked;
