package vn.ansinh.console.dates.form;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.calendar.Span;
import vn.ansinh.console.Visit;
import vn.ansinh.yaml.YamlNode;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlNode.Sequence;

/// What was decided for one holiday in one year.
///
/// @param holiday its id; `name` is what people call it
/// @param off one or several free days in a row on each line, days given in place of others
///     included
/// @param removed whether it is to be taken back
public record DecisionForm(
    String holiday,
    String name,
    String year,
    String off,
    List<Swap> swaps,
    String source,
    boolean removed)
    implements Form {
  private static final int SPARE = 2;
  private static final int MOST_SWAPS = 12;
  private static final int MOST_LINES = 20;

  public DecisionForm {
    swaps = List.copyOf(swaps);
  }

  /// @param off a working day made free
  /// @param work the day of rest worked for it
  public record Swap(String off, String work) {
    private static final Swap NONE = new Swap("", "");
  }

  static DecisionForm of(Mapping decision, String holiday, String name, String year) {
    return new DecisionForm(
        holiday,
        name,
        year,
        decision.list("off").stream()
            .map(day -> day instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "")
            .map(Written::shown)
            .collect(Collectors.joining("\n")),
        decision.list("swaps").stream()
            .map(
                swap ->
                    swap instanceof Mapping days
                        ? new Swap(
                            Written.shown(days.text("off")), Written.shown(days.text("work")))
                        : Swap.NONE)
            .toList(),
        decision.text("source"),
        false);
  }

  static DecisionForm of(Visit visit, String holiday, String name, String year) {
    List<Swap> swaps = new ArrayList<>();
    for (int i = 0; i < MOST_SWAPS; i++) {
      swaps.add(new Swap(visit.field("swap." + i + ".off"), visit.field("swap." + i + ".work")));
    }
    return new DecisionForm(
        holiday,
        name,
        year,
        visit.field("off").replace("\r", ""),
        swaps.stream().filter(swap -> !swap.equals(Swap.NONE)).toList(),
        visit.field("source"),
        visit.field("removed").equals("on"));
  }

  /// What is typed, and some empty ones.
  public List<Swap> rows() {
    return Stream.concat(swaps.stream(), Stream.generate(() -> Swap.NONE).limit(SPARE))
        .limit(MOST_SWAPS)
        .toList();
  }

  /// Empty when the decision is to be taken back.
  @Override
  public Mapping node(Checking checking) {
    if (removed) {
      return Mapping.EMPTY;
    }
    Sequence days = off(checking);
    Sequence exchanged = swaps(checking);
    if (days.items().isEmpty() && exchanged.items().isEmpty() && checking.isGood()) {
      checking.add("off", Slip.Kind.MISSING, "");
    }
    return Mapping.EMPTY
        .with("holiday", holiday)
        .with("year", year)
        .with("off", days)
        .with("swaps", exchanged)
        .with("source", checking.needed("source", source, Checking.MOST_LETTERS));
  }

  private Sequence off(Checking checking) {
    TreeSet<Span> spans = new TreeSet<>();
    for (String line : typedOff().limit(MOST_LINES).toList()) {
      Optional<Span> span = checking.coming("off", line);
      if (span.isPresent() && !isInYear(span.get())) {
        checking.add("off", Slip.Kind.OTHER_YEAR, line);
      }
      if (span.isPresent()
          && spans.stream().anyMatch(other -> Checking.overlap(other, span.get()))) {
        checking.add("off", Slip.Kind.OVERLAP, line);
      }
      span.ifPresent(spans::add);
    }
    if (typedOff().count() > MOST_LINES) {
      checking.add("off", Slip.Kind.TOO_MANY, Integer.toString(MOST_LINES));
    }
    return Sequence.of(spans.stream().map(Written::filed).map(YamlNode.Scalar::of).toList());
  }

  private boolean isInYear(Span span) {
    return Integer.toString(span.first().getYear()).equals(year)
        && Integer.toString(span.last().getYear()).equals(year);
  }

  private Stream<String> typedOff() {
    return off.lines().map(String::strip).filter(line -> !line.isEmpty());
  }

  private Sequence swaps(Checking checking) {
    List<Mapping> nodes = new ArrayList<>();
    for (int i = 0; i < swaps.size(); i++) {
      String row = "swap." + i + ".";
      Optional<LocalDate> free = day(checking, row + "off", swaps.get(i).off, false);
      Optional<LocalDate> work = day(checking, row + "work", swaps.get(i).work, true);
      nodes.add(Mapping.EMPTY.with("off", Written.filed(free)).with("work", Written.filed(work)));
    }
    return Sequence.of(nodes);
  }

  /// @param onWeekend whether it has to be a Saturday or a Sunday
  private static Optional<LocalDate> day(
      Checking checking, String field, String typed, boolean onWeekend) {
    if (typed.isEmpty()) {
      checking.add(field, Slip.Kind.MISSING, "");
      return Optional.empty();
    }
    Optional<LocalDate> day = checking.day(field, typed);
    if (day.isPresent() && isWeekend(day.get()) != onWeekend) {
      checking.add(field, Slip.Kind.NO_SWAP, typed);
    }
    return day;
  }

  private static boolean isWeekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  @Override
  public List<Line> lines() {
    String about = name + " " + year;
    String exchanged =
        swaps.stream().map(swap -> swap.off + " ↔ " + swap.work).collect(Collectors.joining("\n"));
    return List.of(
        new Line(about, Line.Item.OFF, off),
        new Line(about, Line.Item.SWAPS, exchanged),
        new Line(about, Line.Item.SOURCE, source));
  }

  @Override
  public Set<LocalDate> known(LocalDate today) {
    Checking quiet = new Checking(today, Set.of());
    return typedOff()
        .flatMap(line -> quiet.span("", line).stream())
        .map(Span::first)
        .collect(Collectors.toSet());
  }
}
