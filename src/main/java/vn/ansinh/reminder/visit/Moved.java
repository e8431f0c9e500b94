package vn.ansinh.reminder.visit;

import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Span;

/// A session of the station that takes place on other days than those that were told.
///
/// @param before as it was published until then
/// @param instead null when it falls away
/// @param source who published it; empty when nobody is named
public record Moved(Span before, @Nullable Span instead, String source) {}
