package vn.ansinh.vaccination.second;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The forecast of one child as plain functions, one a sentence of the rules, each asking the
/// others anew: nothing is kept and nothing is clever.
public final class SecondForecast {
  /// The lines of a forecast, or the code of the first fault.
  public sealed interface Answer {}

  public record Forecast(List<Line> lines) implements Answer {}

  public record Refused(String code) implements Answer {}

  /// Keys and order as the rules name them; dates YYYY-MM-DD.
  public record Line(
      String vaccine,
      int dose,
      String status,
      @Nullable String given,
      @Nullable String earliest,
      @Nullable String recommended,
      @Nullable String overdue,
      @Nullable String latest) {}

  /// A recorded dose, tried against the dose it could be.
  private record Tried(int dose, long day, OptionalLong earliest, boolean counts) {}

  /// The dates of a dose that is not yet done.
  private record Open(
      boolean agedOut, long earliest, long recommended, long overdue, OptionalLong latest) {}

  private final Input child;

  private SecondForecast(Input child) {
    this.child = child;
  }

  /// Each dose written `vaccine:number:date`.
  public static Answer of(String born, List<String> given, String on) {
    Optional<String> fault = Input.faultOf(born, given, on);
    if (fault.isPresent()) {
      return new Refused(fault.get());
    }
    SecondForecast forecast = new SecondForecast(Input.of(born, given, on));
    return new Forecast(Row.all().stream().flatMap(forecast::lines).toList());
  }

  private Stream<Line> lines(Row row) {
    List<Tried> tried = tried(row.vaccine()).stream().filter(t -> t.dose == row.dose()).toList();
    Stream<Line> recorded = tried.stream().map(each -> line(row, each));
    boolean done = tried.stream().anyMatch(Tried::counts);
    return done ? recorded : Stream.concat(recorded, Stream.of(openLine(row)));
  }

  private static Line line(Row row, Tried tried) {
    String status = tried.counts ? "done" : "invalid";
    String given = Day.write(tried.day);
    return new Line(
        row.vaccine(), row.dose(), status, given, written(tried.earliest), null, null, null);
  }

  private Line openLine(Row row) {
    if (!row.scheduled()) {
      return new Line(row.vaccine(), row.dose(), "not-scheduled", null, null, null, null, null);
    }
    Open open = open(row);
    String latest = written(open.latest);
    if (open.agedOut) {
      return new Line(row.vaccine(), row.dose(), "aged-out", null, null, null, null, latest);
    }
    return new Line(
        row.vaccine(),
        row.dose(),
        child.on() < open.recommended ? "upcoming" : child.on() < open.overdue ? "due" : "overdue",
        null,
        Day.write(open.earliest),
        Day.write(open.recommended),
        Day.write(open.overdue),
        latest);
  }

  private static @Nullable String written(OptionalLong day) {
    return day.isPresent() ? Day.write(day.getAsLong()) : null;
  }

  /// The recorded doses by date against dose 1, 2, … in turn, until the table has no more.
  private List<Tried> tried(String vaccine) {
    List<Row> rows = Row.of(vaccine);
    List<Tried> before = new ArrayList<>();
    for (long day : child.days(vaccine)) {
      int counted = (int) before.stream().filter(Tried::counts).count();
      if (counted < rows.size()) {
        before.add(attempt(rows.get(counted), lastOf(before), day));
      }
    }
    return before;
  }

  private Tried attempt(Row row, OptionalLong last, long day) {
    if (!row.scheduled()) {
      return new Tried(row.dose(), day, OptionalLong.empty(), true);
    }
    OptionalLong followed =
        row.follows()
            .map(f -> countedOn(f.vaccine(), f.dose()))
            .filter(f -> f.isPresent() && f.getAsLong() <= day)
            .orElse(OptionalLong.empty());
    OptionalLong earliest = earliest(row, last, followed);
    return new Tried(row.dose(), day, earliest, day >= earliest.orElse(day));
  }

  private static OptionalLong lastOf(List<Tried> tried) {
    return tried.isEmpty() ? OptionalLong.empty() : OptionalLong.of(tried.getLast().day);
  }

  private OptionalLong countedOn(String vaccine, int dose) {
    return tried(vaccine).stream()
        .filter(each -> each.dose == dose && each.counts)
        .mapToLong(Tried::day)
        .findFirst();
  }

  private OptionalLong earliest(Row row, OptionalLong last, OptionalLong followed) {
    Optional<String> interval = row.dose() == 1 ? Optional.of("P28D") : row.minimumInterval();
    return latestOf(
        term(OptionalLong.of(child.born()), row.minimumAge()),
        term(last, interval),
        term(followed, row.follows().map(Row.Follows::period)));
  }

  private long recommended(Row row, long earliest, OptionalLong last, OptionalLong followed) {
    boolean first = row.dose() == 1;
    return latestOf(
            OptionalLong.of(earliest),
            term(OptionalLong.of(child.born()), row.recommendedAge()),
            term(first ? followed : last, row.recommendedInterval()),
            term(first ? last : OptionalLong.empty(), Optional.of("P1M")))
        .getAsLong();
  }

  private Open open(Row row) {
    List<Tried> tried = tried(row.vaccine());
    long done = tried.stream().filter(Tried::counts).count();
    Optional<Open> before =
        row.dose() == done + 1
            ? Optional.empty()
            : Optional.of(open(Row.of(row.vaccine(), row.dose() - 1)));
    OptionalLong last = before.isPresent() ? OptionalLong.of(planned(before.get())) : lastOf(tried);
    OptionalLong followed =
        row.follows().map(f -> countedOrPlanned(f)).orElse(OptionalLong.empty());
    long earliest = earliest(row, last, followed).getAsLong();
    OptionalLong latest =
        row.latestAge().isPresent()
            ? OptionalLong.of(Day.plus(child.born(), row.latestAge().get()) - 1)
            : OptionalLong.empty();
    long end = latest.orElse(Long.MAX_VALUE);
    long wished = recommended(row, earliest, last, followed);
    long recommended = wished > end && earliest <= end ? end : wished;
    boolean agedOut = before.map(Open::agedOut).orElse(false) || child.on() > end || earliest > end;
    return new Open(agedOut, earliest, recommended, Day.plus(recommended, "P1M"), latest);
  }

  private OptionalLong countedOrPlanned(Row.Follows follows) {
    OptionalLong counted = countedOn(follows.vaccine(), follows.dose());
    if (counted.isPresent()) {
      return counted;
    }
    Open open = open(Row.of(follows.vaccine(), follows.dose()));
    return open.agedOut ? OptionalLong.empty() : OptionalLong.of(planned(open));
  }

  private long planned(Open open) {
    return Math.max(open.recommended, child.on());
  }

  private static OptionalLong term(OptionalLong from, Optional<String> period) {
    return from.isPresent() && period.isPresent()
        ? OptionalLong.of(Day.plus(from.getAsLong(), period.get()))
        : OptionalLong.empty();
  }

  private static OptionalLong latestOf(OptionalLong... terms) {
    return Arrays.stream(terms).flatMapToLong(OptionalLong::stream).max();
  }
}
