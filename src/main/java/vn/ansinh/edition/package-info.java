/// Editions of the calendars: proposed by one officer, published by another, in the place of the
/// files on every node.
@NullMarked
package vn.ansinh.edition;

import org.jspecify.annotations.NullMarked;
