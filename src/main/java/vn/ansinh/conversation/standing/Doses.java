package vn.ansinh.conversation.standing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Schedule;

/// Which doses of a child can be marked as given, and on which days they are taken to be.
public record Doses(Schedule schedule) {
  private static final Comparator<LocalDate> ORDER = Comparator.naturalOrder();

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
  /// knows the day, so that of the schedule stands for it and is marked as no more than that. Such
  /// a day lies between those of the doses before and after it, whenever these were given.
  public Child child(LocalDate born, Set<Dose> given, List<Child.Given> known, LocalDate today) {
    List<Child.Given> all = new ArrayList<>();
    known.stream()
        .filter(each -> given.contains(each.dose()) && !each.day().isBefore(born))
        .forEach(all::add);
    Set<Dose> unknown = new HashSet<>(given);
    all.forEach(each -> unknown.remove(each.dose()));
    for (Timely dose : timely(born)) {
      if (unknown.contains(dose.rule.dose())) {
        all.add(new Child.Given(dose.rule.dose(), assumed(dose, born, all, today), false));
      }
    }
    all.sort(Comparator.comparing(Child.Given::day));
    return new Child(born, all);
  }

  /// The day that is recommended once the doses before it were given, but not after a later one.
  private LocalDate assumed(Timely dose, LocalDate born, List<Child.Given> given, LocalDate today) {
    List<Child.Given> before =
        given.stream().filter(each -> !isLater(each.dose(), dose.rule.dose())).toList();
    LocalDate last = before.stream().map(Child.Given::day).max(ORDER).orElse(born);
    LocalDate recommended =
        Forecast.of(schedule, new Child(born, before), last).stream()
            .filter(line -> line.rule().equals(dose.rule))
            .mapMulti(
                (DoseForecast line, Consumer<LocalDate> days) -> {
                  if (line instanceof DoseForecast.Open open) {
                    days.accept(open.recommended().day());
                  }
                })
            .findFirst()
            .orElse(dose.recommended);
    LocalDate next =
        given.stream()
            .filter(each -> isLater(each.dose(), dose.rule.dose()))
            .map(Child.Given::day)
            .min(ORDER)
            .orElse(today);
    return earlier(earlier(recommended, next), today);
  }

  private static boolean isLater(Dose dose, Dose than) {
    return dose.vaccine().equals(than.vaccine()) && dose.number() > than.number();
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

  /// The child with some more doses, all on one day. An assumed day that this shows to be wrong is
  /// reckoned anew.
  public Child given(Child child, Set<Dose> doses, LocalDate day, LocalDate today) {
    List<Child.Given> all = new ArrayList<>();
    child.given().stream()
        .filter(each -> each.dayKnown() || !isRefuted(each, doses, day))
        .forEach(all::add);
    doses.forEach(dose -> all.add(new Child.Given(dose, day)));
    Set<Dose> marked = new HashSet<>(marks(child));
    marked.addAll(doses);
    return child(child.born(), marked, all, today);
  }

  private static boolean isRefuted(Child.Given assumed, Set<Dose> doses, LocalDate day) {
    return doses.stream()
        .anyMatch(
            dose ->
                isLater(dose, assumed.dose())
                    ? assumed.day().isAfter(day)
                    : isLater(assumed.dose(), dose) && assumed.day().isBefore(day));
  }
}
