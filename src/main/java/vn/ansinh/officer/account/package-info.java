/// Officers' accounts: made, changed, proved, disabled.
@NullMarked
package vn.ansinh.officer.account;

import org.jspecify.annotations.NullMarked;
