/// Which side of an entitlement a question asks about: told by set phrases, and learnt from
/// questions whose side is known.
@NullMarked
package vn.ansinh.search.facet;

import org.jspecify.annotations.NullMarked;
