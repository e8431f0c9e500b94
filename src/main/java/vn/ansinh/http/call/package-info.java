/// Calls of messengers' APIs, and theirs of ours.
@NullMarked
package vn.ansinh.http.call;

import org.jspecify.annotations.NullMarked;
