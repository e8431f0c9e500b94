package vn.ansinh.reminder.visit;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Schedule;

/// The doses of a child that can be told of. They are reckoned from what was given, not from today,
/// so they are the same whenever they are asked for.
final class OpenDoses {
  private final Schedule schedule;
  private final Child child;

  /// The vaccines that others wait for.
  private final Set<String> followed;

  private OpenDoses(Schedule schedule, Child child) {
    this.schedule = schedule;
    this.child = child;
    this.followed =
        schedule.rules().stream()
            .map(DoseRule::follows)
            .filter(Objects::nonNull)
            .map(follows -> follows.dose().vaccine())
            .collect(Collectors.toSet());
  }

  /// @param notBefore put off to this day; null when it is not
  static List<OpenDose> of(Schedule schedule, Child child, @Nullable LocalDate notBefore) {
    return new OpenDoses(schedule, child)
        .all(notBefore == null ? child.born() : notBefore).stream()
            .filter(dose -> dose.isGivenOn(dose.ready()))
            .toList();
  }

  private Collection<OpenDose> all(LocalDate notBefore) {
    Map<Dose, OpenDose> doses = new LinkedHashMap<>();
    Optional<LocalDate> day =
        Optional.of(
            child.given().stream()
                .map(Child.Given::day)
                .max(LocalDate::compareTo)
                .orElse(child.born()));
    LocalDate since = notBefore;
    // One that waits for a dose which is never given stops waiting when that is too late.
    while (day.isPresent()) {
      List<DoseForecast> card = Forecast.of(schedule, child, day.get());
      for (DoseForecast.Open open : free(card)) {
        doses.putIfAbsent(open.rule().dose(), OpenDose.of(open, since));
      }
      day = tooLate(card);
      since = day.filter(next -> next.isAfter(notBefore)).orElse(notBefore);
    }
    return doses.values();
  }

  /// The first open dose of each vaccine, unless it waits for one of another.
  private static List<DoseForecast.Open> free(List<DoseForecast> card) {
    Set<Dose> open = new HashSet<>();
    Map<String, DoseForecast.Open> first = new LinkedHashMap<>();
    for (DoseForecast dose : card) {
      if (dose instanceof DoseForecast.Open each) {
        open.add(each.rule().dose());
        first.putIfAbsent(each.rule().dose().vaccine(), each);
      }
    }
    return first.values().stream()
        .filter(
            each -> {
              DoseRule.Follows follows = each.rule().follows();
              return follows == null || !open.contains(follows.dose());
            })
        .toList();
  }

  /// The first day on which an open dose that others wait for is no longer given.
  private Optional<LocalDate> tooLate(List<DoseForecast> card) {
    return card.stream()
        .filter(dose -> followed.contains(dose.rule().dose().vaccine()))
        .mapMulti(
            (DoseForecast dose, Consumer<LocalDate> days) -> {
              if (dose instanceof DoseForecast.Open open && open.latest() != null) {
                days.accept(open.latest().plusDays(1));
              }
            })
        .min(LocalDate::compareTo);
  }
}
