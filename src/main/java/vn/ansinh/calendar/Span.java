package vn.ansinh.calendar;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.Optional;

/// Days in a row, both ends included.
public record Span(LocalDate first, LocalDate last) implements Comparable<Span> {
  private static final String DOTS = "..";

  public Span {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException("ends before it begins: " + first + " to " + last);
    }
  }

  public static Span of(LocalDate day) {
    return new Span(day, day);
  }

  /// `2026-12-15`, or `2026-12-15..2026-12-17`; empty for anything else.
  public static Optional<Span> parse(String text) {
    int dots = text.indexOf(DOTS);
    try {
      LocalDate first = LocalDate.parse(dots < 0 ? text.strip() : text.substring(0, dots).strip());
      LocalDate last =
          dots < 0 ? first : LocalDate.parse(text.substring(dots + DOTS.length()).strip());
      return last.isBefore(first) ? Optional.empty() : Optional.of(new Span(first, last));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  @Override
  public int compareTo(Span other) {
    return Comparator.comparing(Span::first).thenComparing(Span::last).compare(this, other);
  }
}
