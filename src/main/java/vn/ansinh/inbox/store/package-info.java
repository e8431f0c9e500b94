/// Cases are opened, worked on, read and watched.
@NullMarked
package vn.ansinh.inbox.store;

import org.jspecify.annotations.NullMarked;
