package vn.ansinh.vaccination;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What each dose of the schedule is to one child on one day.
///
/// Recorded doses of a vaccine are tried by date against its doses in turn; one that comes before
/// its earliest day does not count, but the next one waits for it. What is open is planned for the
/// later of its recommended day and today, and what depends on it counts from there.
public final class Forecast {
  private final LocalDate born;
  private final LocalDate on;
  private final Map<Dose, LocalDate> counted = new HashMap<>();
  private final Map<Dose, LocalDate> planned = new HashMap<>();
  private final Map<Dose, List<DoseForecast>> lines = new HashMap<>();

  private Forecast(LocalDate born, LocalDate on) {
    this.born = born;
    this.on = on;
  }

  /// One line a dose, in the order of the schedule, each invalid one before the dose it failed to
  /// be.
  ///
  /// @param on not before any day of the child's
  public static List<DoseForecast> of(Schedule schedule, Child child, LocalDate on) {
    Forecast forecast = new Forecast(child.born(), on);
    Map<String, List<LocalDate>> days = child.days();
    schedule
        .series()
        .forEach((vaccine, rules) -> forecast.series(rules, days.getOrDefault(vaccine, List.of())));
    List<DoseForecast> all = new ArrayList<>();
    schedule.rules().forEach(rule -> all.addAll(forecast.lines(rule)));
    return all;
  }

  private List<DoseForecast> lines(DoseRule rule) {
    return lines.computeIfAbsent(rule.dose(), _ -> new ArrayList<>(1));
  }

  private void series(List<DoseRule> rules, List<LocalDate> days) {
    int next = 0;
    LocalDate last = null;
    for (LocalDate day : days) {
      if (next == rules.size()) {
        // More than the schedule has.
        break;
      }
      DoseRule rule = rules.get(next);
      DoseForecast line = recorded(rule, day, last);
      lines(rule).add(line);
      if (line instanceof DoseForecast.Done) {
        counted.put(rule.dose(), day);
        next++;
      }
      last = day;
    }
    open(rules.subList(next, rules.size()), last);
  }

  private DoseForecast recorded(DoseRule rule, LocalDate day, @Nullable LocalDate last) {
    if (!rule.scheduled()) {
      return new DoseForecast.Done(rule, day, null);
    }
    LocalDate followed = rule.follows() == null ? null : counted.get(rule.follows().dose());
    // What had not been given by then cannot be held against the child.
    boolean known = followed != null && !followed.isAfter(day);
    DueDay earliest = new DoseDates(rule, born, last, known ? followed : null).earliest();
    return day.isBefore(earliest.day())
        ? new DoseForecast.Invalid(rule, day, earliest)
        : new DoseForecast.Done(rule, day, earliest);
  }

  private void open(List<DoseRule> rules, @Nullable LocalDate lastRecorded) {
    LocalDate last = lastRecorded;
    boolean agedOut = false;
    for (DoseRule rule : rules) {
      DoseForecast line = open(rule, last, agedOut);
      lines(rule).add(line);
      agedOut = agedOut || line instanceof DoseForecast.AgedOut;
      if (line instanceof DoseForecast.Open open) {
        last = open.planned(on);
        planned.put(rule.dose(), last);
      }
    }
  }

  private DoseForecast open(DoseRule rule, @Nullable LocalDate last, boolean agedOut) {
    if (!rule.scheduled()) {
      return new DoseForecast.NotScheduled(rule);
    }
    DoseDates dates = new DoseDates(rule, born, last, followed(rule));
    DueDay earliest = dates.earliest();
    LocalDate latest = dates.latest();
    boolean tooOld = latest != null && (on.isAfter(latest) || earliest.day().isAfter(latest));
    return agedOut || tooOld
        ? new DoseForecast.AgedOut(rule, latest)
        : DoseForecast.Open.of(dates, earliest, on);
  }

  /// When the followed dose was or will be given; null when it never is.
  private @Nullable LocalDate followed(DoseRule rule) {
    if (rule.follows() == null) {
      return null;
    }
    Dose dose = rule.follows().dose();
    LocalDate day = counted.get(dose);
    return day == null ? planned.get(dose) : day;
  }
}
