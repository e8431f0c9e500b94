/// How officers prove who they are and stay signed in: secrets, codes, sessions, waits.
@NullMarked
package vn.ansinh.officer.session;

import org.jspecify.annotations.NullMarked;
