package vn.ansinh.console.dates.form;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.calendar.recurrence.RecurrenceFile;
import vn.ansinh.console.Visit;
import vn.ansinh.yaml.YamlNode;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlNode.Sequence;

/// Days that come back or were published one by one, as typed.
///
/// @param closed `keep`, `before` or `after`
/// @param dates one or several days in a row on each line
public record TypedDays(
    String rule, String from, String to, String closed, String dates, List<Change> changes) {
  /// Rows for more changes than there are.
  private static final int SPARE = 2;

  private static final int MOST_ROWS = 60;
  private static final int MOST_RULE = 100;

  public TypedDays {
    changes = List.copyOf(changes);
  }

  /// @param day as scheduled
  /// @param to when instead; empty when it falls away
  public record Change(String day, String to, String source) {
    private static final Change NONE = new Change("", "", "");

    static Change of(YamlNode node) {
      return node instanceof Mapping row
          ? new Change(
              Written.shown(row.text("day")), Written.shown(row.text("to")), row.text("source"))
          : NONE;
    }

    boolean isNone() {
      return equals(NONE);
    }
  }

  static TypedDays of(Mapping days) {
    String closed = days.text("when-closed");
    return new TypedDays(
        days.text("rule"),
        Written.shown(days.text("from")),
        Written.shown(days.text("to")),
        closed.isEmpty() ? "keep" : closed,
        days.list("dates").stream()
            .map(date -> date instanceof YamlNode.Scalar scalar ? scalar.text().strip() : "")
            .map(Written::shown)
            .collect(Collectors.joining("\n")),
        days.list("changes").stream().map(Change::of).toList());
  }

  static TypedDays of(Visit visit) {
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < MOST_ROWS; i++) {
      String row = "change." + i + ".";
      changes.add(
          new Change(
              visit.field(row + "day"), visit.field(row + "to"), visit.field(row + "source")));
    }
    return new TypedDays(
        visit.field("rule"),
        visit.field("from"),
        visit.field("to"),
        visit.field("closed"),
        visit.field("dates").replace("\r", ""),
        changes.stream().filter(change -> !change.isNone()).toList());
  }

  /// What is typed, and some empty ones.
  public List<Change> rows() {
    return Stream.concat(changes.stream(), Stream.generate(() -> Change.NONE).limit(SPARE))
        .limit(MOST_ROWS)
        .toList();
  }

  boolean isNone() {
    return rule.isEmpty() && dates.isEmpty();
  }

  /// The first days of all that stands there.
  Set<LocalDate> known(LocalDate today) {
    Checking quiet = new Checking(today, Set.of());
    return Stream.concat(
            typedDates(), changes.stream().flatMap(change -> Stream.of(change.day, change.to)))
        .flatMap(text -> quiet.span("", text).stream())
        .map(Span::first)
        .collect(Collectors.toSet());
  }

  /// What it says, as people read it.
  List<Line> lines(String about) {
    String moved =
        changes.stream()
            .map(
                each ->
                    each.day
                        + " → "
                        + (each.to.isEmpty() ? "×" : each.to)
                        + " ("
                        + each.source
                        + ")")
            .collect(Collectors.joining("\n"));
    return List.of(
        new Line(about, Line.Item.RULE, rule),
        new Line(about, Line.Item.FROM, from),
        new Line(about, Line.Item.TO, to),
        new Line(about, Line.Item.CLOSED, closed),
        new Line(about, Line.Item.DATES, dates),
        new Line(about, Line.Item.CHANGES, moved));
  }

  private Stream<String> typedDates() {
    return dates.lines().map(String::strip).filter(line -> !line.isEmpty());
  }

  /// As the file holds it.
  Mapping node(Checking checking) {
    Mapping plain =
        Mapping.EMPTY
            .with("rule", rule(checking))
            .with("from", day(checking, "from", from))
            .with("to", day(checking, "to", to))
            .with("dates", dates(checking));
    if (!checking.isWrong("from") && !checking.isWrong("to") && isBackwards(plain)) {
      checking.add("to", Slip.Kind.BACKWARDS, to);
    }
    if (!List.of("keep", "before", "after", "").contains(closed)) {
      checking.add("closed", Slip.Kind.CHOICE, "");
    }
    return plain
        .with("when-closed", closed.equals("keep") ? "" : closed)
        .with("changes", changes(checking, plain));
  }

  private String rule(Checking checking) {
    String text = checking.text("rule", rule, MOST_RULE);
    if (!text.isEmpty() && !checking.isWrong("rule")) {
      RecurrenceFile.read(
          Mapping.EMPTY.with("rule", text), _ -> checking.add("rule", Slip.Kind.RULE, text));
    }
    return text;
  }

  private static String day(Checking checking, String field, String typed) {
    return typed.isEmpty() ? "" : Written.filed(checking.day(field, typed));
  }

  /// Days of the file compare as texts.
  private static boolean isBackwards(Mapping days) {
    return !days.text("to").isEmpty() && days.text("to").compareTo(days.text("from")) < 0;
  }

  private Sequence dates(Checking checking) {
    TreeSet<Span> spans = new TreeSet<>();
    List<String> lines = typedDates().toList();
    for (String line : lines.subList(0, Math.min(lines.size(), MOST_ROWS))) {
      checking
          .coming("dates", line)
          .ifPresent(
              span -> {
                if (spans.stream().anyMatch(other -> Checking.overlap(other, span))) {
                  checking.add("dates", Slip.Kind.OVERLAP, line);
                }
                spans.add(span);
              });
    }
    if (lines.size() > MOST_ROWS) {
      checking.add("dates", Slip.Kind.TOO_MANY, Integer.toString(MOST_ROWS));
    }
    return Sequence.of(spans.stream().map(Written::filed).map(YamlNode.Scalar::of).toList());
  }

  private Sequence changes(Checking checking, Mapping plain) {
    Recurrence ordinary = RecurrenceFile.read(plain, _ -> {});
    Set<LocalDate> changed = new HashSet<>();
    List<Mapping> nodes = new ArrayList<>();
    for (int i = 0; i < changes.size(); i++) {
      Change change = changes.get(i);
      String row = "change." + i + ".";
      Optional<Span> day = scheduled(checking, row + "day", change.day, ordinary);
      if (day.isPresent() && !changed.add(day.get().first())) {
        checking.add(row + "day", Slip.Kind.TWICE, change.day);
      }
      String to =
          change.to.isEmpty()
              ? ""
              : checking.coming(row + "to", change.to).map(Written::filed).orElse("");
      String source = checking.needed(row + "source", change.source, Checking.MOST_LETTERS);
      nodes.add(
          Mapping.EMPTY
              .with("day", Written.filed(day.map(Span::first)))
              .with("to", to)
              .with("source", source));
    }
    return Sequence.of(nodes);
  }

  private static Optional<Span> scheduled(
      Checking checking, String field, String typed, Recurrence ordinary) {
    if (typed.isEmpty()) {
      checking.add(field, Slip.Kind.MISSING, "");
      return Optional.empty();
    }
    Optional<Span> day = checking.coming(field, typed);
    boolean isScheduled =
        day.flatMap(span -> ordinary.next(span.first(), new WorkingDays(Holidays.NONE)))
            .filter(next -> next.scheduled().contains(day.orElseThrow().first()))
            .isPresent();
    if (day.isPresent() && !isScheduled) {
      checking.add(field, Slip.Kind.NOT_SCHEDULED, typed);
    }
    return day;
  }
}
