package vn.ansinh.knowledge;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Days between which something holds, both included; null is open.
public record Period(@Nullable LocalDate from, @Nullable LocalDate to) {
  public static final Period ALWAYS = new Period(null, null);

  public Period {
    if (from != null && to != null && to.isBefore(from)) {
      throw new IllegalArgumentException("ends before it begins: " + from + " to " + to);
    }
  }

  public boolean contains(LocalDate day) {
    return (from == null || !day.isBefore(from)) && (to == null || !day.isAfter(to));
  }

  public boolean overlaps(Period other) {
    return (to == null || other.from == null || !to.isBefore(other.from))
        && (other.to == null || from == null || !other.to.isBefore(from));
  }
}
