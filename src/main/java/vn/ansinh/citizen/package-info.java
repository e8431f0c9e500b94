/// Who talks to the service and how to reach them.
@NullMarked
package vn.ansinh.citizen;

import org.jspecify.annotations.NullMarked;
