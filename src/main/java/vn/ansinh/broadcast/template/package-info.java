/// What officers start a broadcast from.
@NullMarked
package vn.ansinh.broadcast.template;

import org.jspecify.annotations.NullMarked;
