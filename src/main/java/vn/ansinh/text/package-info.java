/// What a person reads, independent of any channel: rich text, its JSON form, fixed phrases,
/// Vietnamese numbers and dates.
@NullMarked
package vn.ansinh.text;

import org.jspecify.annotations.NullMarked;
