package vn.ansinh.calendar;

import java.time.LocalDate;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What was published for one holiday in one year; it takes the place of the yearly rule.
///
/// @param holiday its id
/// @param off every day free for this holiday, days given in its place included
/// @param source who published it, and when
public record Decision(
    String holiday, int year, SortedSet<LocalDate> off, List<Swap> swaps, String source) {
  public Decision {
    off = java.util.Collections.unmodifiableSortedSet(new TreeSet<>(off));
    swaps = List.copyOf(swaps);
  }

  /// A working day made free, and the day of rest worked for it.
  public record Swap(LocalDate off, LocalDate work) {}
}
