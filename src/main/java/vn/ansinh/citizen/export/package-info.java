/// What a citizen is shown of everything that is held about them.
@NullMarked
package vn.ansinh.citizen.export;

import org.jspecify.annotations.NullMarked;
