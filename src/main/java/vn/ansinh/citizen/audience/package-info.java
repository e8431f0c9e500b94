/// To whom an announcement goes: an expression over what citizens said of themselves.
@NullMarked
package vn.ansinh.citizen.audience;

import org.jspecify.annotations.NullMarked;
