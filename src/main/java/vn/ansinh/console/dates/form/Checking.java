package vn.ansinh.console.dates.form;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.calendar.Span;

/// Reads what was typed and gathers what is wrong with it, by field.
public final class Checking {
  /// Of a place or a source.
  static final int MOST_LETTERS = 300;

  private static final int MOST_SPAN = 31;

  /// A day farther away is a slip of the year.
  private static final int YEARS_AHEAD = 5;

  private static final String DAY = "\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}|\\d{4}-\\d{1,2}-\\d{1,2}";
  private static final Pattern SPAN =
      Pattern.compile(
          "(?<first>"
              + DAY
              + "|\\d{1,2}(?:[/.]\\d{1,2})?)\\s*(?:[-‐‑–—]|\\.\\.|đến)\\s*(?<last>"
              + DAY
              + ")");

  private final LocalDate today;
  private final Set<LocalDate> known;
  private final Map<String, List<Slip>> slips = new LinkedHashMap<>();

  /// @param known days that stand there already: they may have passed
  public Checking(LocalDate today, Set<LocalDate> known) {
    this.today = today;
    this.known = Set.copyOf(known);
  }

  public void add(String field, Slip.Kind kind, String what) {
    slips.computeIfAbsent(field, _ -> new ArrayList<>()).add(new Slip(kind, what));
  }

  public boolean isGood() {
    return slips.isEmpty();
  }

  public boolean isWrong(String field) {
    return slips.containsKey(field);
  }

  /// Empty when the field is well; what is about no field is under `all`.
  public List<Slip> at(String field) {
    return slips.getOrDefault(field, List.of());
  }

  static boolean overlap(Span one, Span other) {
    return !one.last().isBefore(other.first()) && !other.last().isBefore(one.first());
  }

  /// On one line, not too long.
  String text(String field, String typed, int most) {
    String text = typed.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    if (text.codePointCount(0, text.length()) > most) {
      add(field, Slip.Kind.LONG, Integer.toString(most));
    }
    return text;
  }

  String needed(String field, String typed, int most) {
    String text = text(field, typed, most);
    if (text.isEmpty()) {
      add(field, Slip.Kind.MISSING, "");
    }
    return text;
  }

  /// Days of which people are to be told: not in the past.
  Optional<Span> coming(String field, String typed) {
    Optional<Span> span = span(field, typed);
    return span.filter(
        days -> {
          boolean isLate = days.last().isBefore(today) && !known.contains(days.first());
          if (isLate) {
            add(field, Slip.Kind.PAST, typed);
          }
          return !isLate;
        });
  }

  /// `05/02/2027`, `05/02/2027–07/02/2027`, `05–07/02/2027`, `2027-02-05`.
  Optional<Span> span(String field, String typed) {
    Matcher parts = SPAN.matcher(typed);
    boolean isSpan = parts.matches();
    Optional<LocalDate> last = day(field, isSpan ? parts.group("last") : typed);
    Optional<LocalDate> first =
        isSpan && last.isPresent() ? day(field, whole(parts.group("first"), last.get())) : last;
    return first.flatMap(day -> span(field, typed, day, last.orElse(day)));
  }

  /// With the month and the year of the last day where the first one has none.
  private static String whole(String first, LocalDate last) {
    long parts = first.chars().filter(letter -> "/.-".indexOf(letter) >= 0).count();
    String month = parts == 0 ? "/" + last.getMonthValue() : "";
    return parts < 2 ? first + month + "/" + last.getYear() : first;
  }

  private Optional<Span> span(String field, String typed, LocalDate first, LocalDate last) {
    if (last.isBefore(first)) {
      add(field, Slip.Kind.BACKWARDS, typed);
    } else if (!last.isBefore(first.plusDays(MOST_SPAN))) {
      add(field, Slip.Kind.LONG_SPAN, typed);
    } else {
      return Optional.of(new Span(first, last));
    }
    return Optional.empty();
  }

  Optional<LocalDate> day(String field, String typed) {
    if (!typed.matches(DAY)) {
      add(field, Slip.Kind.NOT_A_DAY, cut(typed));
      return Optional.empty();
    }
    String[] parts = typed.split("[/.-]");
    boolean isIso = parts[0].length() == 4;
    try {
      LocalDate day =
          LocalDate.of(
              Integer.parseInt(parts[isIso ? 0 : 2]),
              Integer.parseInt(parts[1]),
              Integer.parseInt(parts[isIso ? 2 : 0]));
      if (day.isAfter(today.plusYears(YEARS_AHEAD))) {
        add(field, Slip.Kind.FAR, typed);
        return Optional.empty();
      }
      return Optional.of(day);
    } catch (DateTimeException e) {
      add(field, Slip.Kind.NO_SUCH_DAY, typed);
      return Optional.empty();
    }
  }

  /// What is said again of what was typed is short.
  private static String cut(String typed) {
    int most = Math.min(typed.length(), 40);
    return typed.length() > most ? typed.substring(0, most) + "…" : typed;
  }
}
