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
/// its earliest day does not count, but the next one waits for it. A day that is only assumed makes
/// no dose too early, neither its own nor another one. What is open is planned for the later of its
/// recommended day and today, and what depends on it counts from there.
public final class Forecast {
  private final LocalDate born;
  private final LocalDate on;
  private final Map<Dose, Child.Given> counted = new HashMap<>();
  private final Map<Dose, Child.Given> planned = new HashMap<>();
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
    Map<String, List<Child.Given>> given = child.series();
    schedule
        .series()
        .forEach(
            (vaccine, rules) -> forecast.series(rules, given.getOrDefault(vaccine, List.of())));
    List<DoseForecast> all = new ArrayList<>();
    schedule.rules().forEach(rule -> all.addAll(forecast.lines(rule)));
    return all;
  }

  private List<DoseForecast> lines(DoseRule rule) {
    return lines.computeIfAbsent(rule.dose(), _ -> new ArrayList<>(1));
  }

  private void series(List<DoseRule> rules, List<Child.Given> doses) {
    int next = 0;
    Child.Given last = null;
    for (Child.Given given : doses) {
      if (next == rules.size()) {
        // More than the schedule has.
        break;
      }
      DoseRule rule = rules.get(next);
      DoseForecast line = recorded(rule, given, knownDay(last));
      lines(rule).add(line);
      if (line instanceof DoseForecast.Done) {
        counted.put(rule.dose(), given);
        next++;
      }
      last = given;
    }
    open(rules.subList(next, rules.size()), last);
  }

  private static @Nullable LocalDate day(Child.@Nullable Given dose) {
    return dose == null ? null : dose.day();
  }

  private static @Nullable LocalDate knownDay(Child.@Nullable Given dose) {
    return dose == null || !dose.dayKnown() ? null : dose.day();
  }

  private DoseForecast recorded(DoseRule rule, Child.Given given, @Nullable LocalDate last) {
    LocalDate day = given.day();
    if (!rule.scheduled()) {
      return new DoseForecast.Done(rule, day, given.dayKnown(), null);
    }
    LocalDate followed =
        rule.follows() == null ? null : knownDay(counted.get(rule.follows().dose()));
    // What had not been given by then cannot be held against the child.
    boolean known = followed != null && !followed.isAfter(day);
    DueDay earliest = new DoseDates(rule, born, last, known ? followed : null).earliest();
    return given.dayKnown() && day.isBefore(earliest.day())
        ? new DoseForecast.Invalid(rule, day, earliest)
        : new DoseForecast.Done(rule, day, given.dayKnown(), earliest);
  }

  private void open(List<DoseRule> rules, Child.@Nullable Given lastRecorded) {
    Child.Given last = lastRecorded;
    boolean agedOut = false;
    for (DoseRule rule : rules) {
      DoseForecast line = open(rule, last, agedOut);
      lines(rule).add(line);
      agedOut = agedOut || line instanceof DoseForecast.AgedOut;
      if (line instanceof DoseForecast.Open open) {
        last = new Child.Given(rule.dose(), open.planned(on), !open.assumed());
        planned.put(rule.dose(), last);
      }
    }
  }

  private DoseForecast open(DoseRule rule, Child.@Nullable Given last, boolean agedOut) {
    if (!rule.scheduled()) {
      return new DoseForecast.NotScheduled(rule);
    }
    Child.Given followed = followed(rule);
    DoseDates dates = new DoseDates(rule, born, day(last), day(followed));
    DueDay earliest = dates.earliest();
    LocalDate latest = dates.latest();
    boolean tooOld = latest != null && (on.isAfter(latest) || earliest.day().isAfter(latest));
    if (agedOut || tooOld) {
      return new DoseForecast.AgedOut(rule, latest);
    }
    DoseForecast.Open open = DoseForecast.Open.of(dates, earliest, on);
    return isAssumed(open.earliest(), last, followed)
            || isAssumed(open.recommended(), last, followed)
        ? open.whenAssumed()
        : open;
  }

  /// Whether a day is counted from one that nobody knows.
  private static boolean isAssumed(
      DueDay day, Child.@Nullable Given last, Child.@Nullable Given followed) {
    Child.Given from =
        switch (day.ground()) {
          case MINIMUM_INTERVAL,
              REPEAT_INTERVAL,
              RECOMMENDED_INTERVAL,
              RECOMMENDED_REPEAT_INTERVAL ->
              last;
          case FOLLOWED_INTERVAL, RECOMMENDED_FOLLOWED_INTERVAL -> followed;
          case MINIMUM_AGE, RECOMMENDED_AGE, EARLIEST, LATEST -> null;
        };
    return from != null && !from.dayKnown();
  }

  /// When the followed dose was or will be given; null when it never is.
  private Child.@Nullable Given followed(DoseRule rule) {
    if (rule.follows() == null) {
      return null;
    }
    Dose dose = rule.follows().dose();
    Child.Given given = counted.get(dose);
    return given == null ? planned.get(dose) : given;
  }
}
