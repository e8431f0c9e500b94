/// The citizens' web page, its live replies and the JSON question endpoint.
@NullMarked
package vn.ansinh.webchat;

import org.jspecify.annotations.NullMarked;
