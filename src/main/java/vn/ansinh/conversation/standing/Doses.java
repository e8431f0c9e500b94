package vn.ansinh.conversation.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Schedule;

/// Which doses of a child can be marked as given, and on which days they are taken to be.
public record Doses(Schedule schedule) {
  /// A dose with its day as the schedule has it when every one before it was given on its own.
  private record Timely(DoseRule rule, LocalDate earliest, LocalDate recommended) {}

  private List<Timely> timely(LocalDate born) {
    return Forecast.of(schedule, new Child(born, List.of()), born).stream()
        .filter(DoseForecast.Open.class::isInstance)
        .map(DoseForecast.Open.class::cast)
        .map(open -> new Timely(open.rule(), open.earliest().day(), open.recommended().day()))
        .toList();
  }

  /// Those that a child born on this day can have had by today, in the order of the schedule.
  public List<DoseRule> possible(LocalDate born, LocalDate today) {
    return timely(born).stream()
        .filter(dose -> !dose.earliest.isAfter(today))
        .map(Timely::rule)
        .toList();
  }

  /// Those whose recommended day is over.
  public Set<Dose> due(LocalDate born, LocalDate today) {
    return timely(born).stream()
        .filter(dose -> !dose.recommended.isAfter(today))
        .map(dose -> dose.rule.dose())
        .collect(Collectors.toSet());
  }

  /// The child with just these doses: those known before keep their days; for the others nobody
  /// knows the day, so that of the schedule stands for it and is marked as no more than that.
  public Child child(LocalDate born, Set<Dose> given, List<Child.Given> known, LocalDate today) {
    List<Child.Given> all = new ArrayList<>();
    known.stream()
        .filter(each -> given.contains(each.dose()) && !each.day().isBefore(born))
        .forEach(all::add);
    Set<Dose> unknown = new HashSet<>(given);
    all.forEach(each -> unknown.remove(each.dose()));
    timely(born).stream()
        .filter(dose -> unknown.contains(dose.rule.dose()))
        .map(dose -> new Child.Given(dose.rule.dose(), earlier(dose.recommended, today), false))
        .forEach(all::add);
    all.sort(Comparator.comparing(Child.Given::day));
    return new Child(born, all);
  }

  private static LocalDate earlier(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? one : other;
  }

  /// Those that the child can be given by today.
  public List<DoseRule> open(Child child, LocalDate today) {
    return Forecast.of(schedule, child, today).stream()
        .filter(DoseForecast.Open.class::isInstance)
        .map(DoseForecast.Open.class::cast)
        .filter(open -> !open.earliest().day().isAfter(today))
        .map(DoseForecast.Open::rule)
        .toList();
  }

  /// Those of them that are due.
  public Set<Dose> dueNow(Child child, LocalDate today) {
    return Forecast.of(schedule, child, today).stream()
        .filter(DoseForecast.Open.class::isInstance)
        .map(DoseForecast.Open.class::cast)
        .filter(open -> open.status() != DoseForecast.Status.UPCOMING)
        .map(open -> open.rule().dose())
        .collect(Collectors.toSet());
  }

  /// The doses that are recorded.
  public static Set<Dose> marks(Child child) {
    return child.given().stream().map(Child.Given::dose).collect(Collectors.toSet());
  }

  /// The child with some more doses, all on one day.
  public static Child given(Child child, Set<Dose> doses, LocalDate day) {
    List<Child.Given> all = new ArrayList<>(child.given());
    doses.forEach(dose -> all.add(new Child.Given(dose, day)));
    return new Child(child.born(), all);
  }
}
