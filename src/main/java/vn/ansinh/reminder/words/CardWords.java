package vn.ansinh.reminder.words;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseForecast.Status;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.DueDay;
import vn.ansinh.vaccination.Why;

/// A child's whole card, short enough to be read on a telephone: a line a dose, and every source
/// once, by the number that stands behind the lines.
final class CardWords {
  private final Sentences sentences;
  private final Why why;

  CardWords(Sentences sentences, Why why) {
    this.sentences = sentences;
    this.why = why;
  }

  private enum Section {
    GIVEN(Saying.Card.GIVEN, status -> status == Status.DONE || status == Status.INVALID),
    NOW(Saying.Card.NOW, status -> status == Status.DUE || status == Status.OVERDUE),
    COMING(Saying.Card.COMING, status -> status == Status.UPCOMING),
    OTHER(Saying.Card.OTHER, status -> status == Status.AGED_OUT || status == Status.NOT_SCHEDULED);

    private final Saying heading;
    private final Predicate<Status> holds;

    Section(Saying heading, Predicate<Status> holds) {
      this.heading = heading;
      this.holds = holds;
    }
  }

  /// @param confirmed whether the schedule in force was seen to say so
  private record Source(String words, boolean confirmed) {}

  /// @param name what a dose is called
  RichText of(List<DoseForecast> card, Function<DoseRule, String> name) {
    Map<Source, Integer> sources = new LinkedHashMap<>();
    List<RichText> parts = new ArrayList<>();
    for (Section section : Section.values()) {
      List<String> lines =
          card.stream()
              .filter(line -> section.holds.test(line.status()))
              .map(line -> line(line, name.apply(line.rule()), sources))
              .toList();
      if (!lines.isEmpty()) {
        parts.add(sentences.text(section.heading, Map.of()));
        parts.add(VaccinationWords.bullets(lines));
      }
    }
    parts.add(sources(sources));
    return RichText.join(parts);
  }

  private String line(DoseForecast line, String name, Map<Source, Integer> sources) {
    return sentences.words(
        line instanceof DoseForecast.Open open && open.assumed()
            ? Saying.Card.LINE_ASSUMED
            : Saying.Card.LINE,
        Map.of("dose", name, "days", days(line), "n", number(line.rule(), sources)));
  }

  private static String number(DoseRule rule, Map<Source, Integer> sources) {
    Source source = new Source(rule.source(), rule.confirmed());
    return Integer.toString(sources.computeIfAbsent(source, _ -> sources.size() + 1));
  }

  private RichText sources(Map<Source, Integer> sources) {
    String all =
        sources.entrySet().stream()
            .map(
                each ->
                    sentences.words(
                        each.getKey().confirmed ? Saying.Card.SOURCE : Saying.Card.SOURCE_USUAL,
                        Map.of("n", each.getValue().toString(), "source", each.getKey().words)))
            .collect(Collectors.joining(". "));
    return sentences.text(Saying.Card.SOURCES, Map.of("sources", all));
  }

  private String days(DoseForecast line) {
    Map<String, String> values = new HashMap<>();
    Saying.Card saying =
        switch (line) {
          case DoseForecast.Done done -> {
            values.put("given", Vietnamese.date(done.given()));
            if (!done.dayKnown()) {
              yield Saying.Card.DONE_DAY_UNKNOWN;
            }
            yield done.earliest() == null ? Saying.Card.DONE_UNSCHEDULED : Saying.Card.DONE;
          }
          case DoseForecast.Invalid(var rule, var given, var earliest) -> {
            values.put("given", Vietnamese.date(given));
            put(values, "earliest", "rule", rule, earliest);
            yield Saying.Card.INVALID;
          }
          case DoseForecast.Open open -> open(open, values);
          case DoseForecast.AgedOut agedOut -> {
            LocalDate latest = agedOut.latest();
            values.put("latest", latest == null ? "" : Vietnamese.date(latest));
            yield latest == null ? Saying.Card.AGED_OUT_BEFORE : Saying.Card.AGED_OUT;
          }
          case DoseForecast.NotScheduled _ -> Saying.Card.NOT_SCHEDULED;
        };
    return sentences.words(saying, values);
  }

  /// The earliest day is said only where somebody may still come on it before the day advised.
  private Saying.Card open(DoseForecast.Open open, Map<String, String> values) {
    DueDay earliest = open.earliest();
    boolean isSame = open.recommended().day().equals(earliest.day());
    put(values, "earliest", "rule", open.rule(), earliest);
    put(values, "recommended", "reason", open.rule(), isSame ? earliest : open.recommended());
    values.put("overdue", Vietnamese.date(open.overdue()));
    return switch (open.timing()) {
      case UPCOMING -> isSame ? Saying.Card.UPCOMING_SAME : Saying.Card.UPCOMING;
      case DUE -> Saying.Card.DUE;
      case OVERDUE -> Saying.Card.OVERDUE;
    };
  }

  private void put(
      Map<String, String> values, String day, String reason, DoseRule rule, DueDay due) {
    values.put(day, Vietnamese.date(due.day()));
    values.put(reason, why.ground(rule, due));
  }
}
