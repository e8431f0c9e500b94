package vn.ansinh.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The special days of one year. Where a decision is missing, every way it could turn out is laid
/// out: what is free in all of them is free, the rest is undecided.
record HolidayYear(Map<String, Holiday> yearly, List<Decision> decisions, int year) {
  /// One way in which the days of an undecided holiday may turn out.
  private record Way(Holiday holiday, LocalDate anchor, Holiday.Choice choice, boolean given) {
    List<LocalDate> days() {
      return anchor
          .minusDays(choice.before())
          .datesUntil(anchor.plusDays(choice.after() + 1L))
          .toList();
    }
  }

  SortedMap<LocalDate, OfficeDay> days() {
    SortedMap<LocalDate, OfficeDay> decided = decided();
    List<SortedMap<LocalDate, OfficeDay>> outcomes =
        outcomes().stream().map(ways -> outcome(ways, decided)).toList();
    SortedMap<LocalDate, OfficeDay> days = new TreeMap<>();
    for (SortedMap<LocalDate, OfficeDay> outcome : outcomes) {
      outcome.forEach(
          (day, what) -> {
            boolean always = outcomes.stream().allMatch(other -> other.containsKey(day));
            days.putIfAbsent(day, always ? what : undecided(what));
          });
    }
    swap(days);
    return Collections.unmodifiableSortedMap(days);
  }

  private static OfficeDay undecided(OfficeDay what) {
    return what instanceof OfficeDay.Off off ? new OfficeDay.Undecided(off.holiday()) : what;
  }

  private SortedMap<LocalDate, OfficeDay> decided() {
    SortedMap<LocalDate, OfficeDay> days = new TreeMap<>();
    for (Decision decision : decisions) {
      Holiday holiday = yearly.get(decision.holiday());
      if (decision.year() == year && holiday != null) {
        decision.off().forEach(day -> days.put(day, off(holiday, OfficeDay.Reason.HOLIDAY)));
      }
    }
    return days;
  }

  private static OfficeDay off(Holiday holiday, OfficeDay.Reason reason) {
    return new OfficeDay.Off(holiday.name(), reason);
  }

  /// Every combination of the ways of all undecided holidays; one empty combination when there are
  /// none.
  private List<List<Way>> outcomes() {
    List<List<Way>> outcomes = List.of(List.of());
    for (Map.Entry<String, Holiday> each : yearly.entrySet()) {
      Optional<LocalDate> anchor = each.getValue().in(year);
      boolean open = decisions.stream().noneMatch(decision -> settles(decision, each.getKey()));
      if (anchor.isPresent() && open) {
        outcomes = extended(outcomes, ways(each.getValue(), anchor.get()));
      }
    }
    return outcomes;
  }

  /// A decision without free days only swaps days; the rule itself stands.
  private boolean settles(Decision decision, String holiday) {
    return decision.year() == year
        && decision.holiday().equals(holiday)
        && !decision.off().isEmpty();
  }

  private static List<Way> ways(Holiday holiday, LocalDate anchor) {
    List<Way> ways = new ArrayList<>();
    for (Holiday.Choice choice : holiday.choices()) {
      Way given = new Way(holiday, anchor, choice, true);
      Way lost = new Way(holiday, anchor, choice, false);
      boolean onRest = given.days().stream().anyMatch(Holidays::isWeekend);
      switch (holiday.compensation()) {
        case YES -> ways.add(given);
        case NO -> ways.add(lost);
        case UNKNOWN -> ways.addAll(onRest ? List.of(given, lost) : List.of(lost));
      }
    }
    return ways;
  }

  private static List<List<Way>> extended(List<List<Way>> outcomes, List<Way> ways) {
    List<List<Way>> extended = new ArrayList<>();
    for (List<Way> before : outcomes) {
      for (Way way : ways) {
        List<Way> longer = new ArrayList<>(before);
        longer.add(way);
        extended.add(longer);
      }
    }
    return extended;
  }

  private static SortedMap<LocalDate, OfficeDay> outcome(
      List<Way> ways, SortedMap<LocalDate, OfficeDay> decided) {
    SortedMap<LocalDate, OfficeDay> days = new TreeMap<>(decided);
    SortedMap<LocalDate, Holiday> lost = new TreeMap<>();
    for (Way way : ways) {
      for (LocalDate day : way.days()) {
        days.putIfAbsent(day, off(way.holiday(), OfficeDay.Reason.HOLIDAY));
        if (way.given() && Holidays.isWeekend(day)) {
          lost.putIfAbsent(day, way.holiday());
        }
      }
    }
    // Labour Code 2019, article 111 (3): given on the next working day.
    lost.forEach(
        (day, holiday) ->
            days.put(nextFree(day, days), off(holiday, OfficeDay.Reason.COMPENSATION)));
    return days;
  }

  private static LocalDate nextFree(LocalDate from, Map<LocalDate, OfficeDay> days) {
    LocalDate day = from;
    while (Holidays.isWeekend(day) || days.containsKey(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private void swap(SortedMap<LocalDate, OfficeDay> days) {
    for (Decision decision : decisions) {
      for (Decision.Swap swap : decision.swaps()) {
        Holiday holiday = Objects.requireNonNull(yearly.get(decision.holiday()));
        if (swap.off().getYear() == year) {
          days.put(swap.off(), off(holiday, OfficeDay.Reason.SWAP));
        }
        if (swap.work().getYear() == year) {
          days.put(swap.work(), new OfficeDay.Working(true));
        }
      }
    }
  }
}
