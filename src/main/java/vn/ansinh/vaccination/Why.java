package vn.ansinh.vaccination;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// Says in one or two Vietnamese sentences which conditions set the days of a dose, and where they
/// are from.
public final class Why {
  private final Phrases phrases;
  private final Map<Dose, String> names;

  /// A few dozen, the same for every child.
  private final Map<Condition, String> conditions = new ConcurrentHashMap<>();
  private final Map<Dose, String> sources;

  /// @param schedule names the vaccines that others follow
  public Why(Phrases phrases, Schedule schedule) {
    this.phrases = phrases;
    this.names =
        schedule.rules().stream().collect(Collectors.toMap(DoseRule::dose, DoseRule::name));
    this.sources =
        schedule.rules().stream().collect(Collectors.toMap(DoseRule::dose, this::source));
  }

  public String of(DoseForecast forecast) {
    DoseRule rule = forecast.rule();
    Map<String, String> values = new HashMap<>();
    values.put("source", sources.getOrDefault(rule.dose(), ""));
    values.put("from", rule.source());
    Saying phrase =
        switch (forecast) {
          case DoseForecast.Done done -> done(done, values);
          case DoseForecast.Invalid invalid -> {
            given(rule, invalid.given(), invalid.earliest(), values);
            yield Phrase.VACCINE_INVALID;
          }
          case DoseForecast.Open open -> open(open, values);
          case DoseForecast.AgedOut agedOut -> agedOut(agedOut, values);
          case DoseForecast.NotScheduled _ -> Phrase.VACCINE_NOT_SCHEDULED;
        };
    String why = phrases.words(phrase, values).strip();
    return forecast instanceof DoseForecast.Open open && open.assumed()
        ? why + " " + phrases.words(Saying.Day.ASSUMED_NOTE, Map.of()).strip()
        : why;
  }

  private Saying done(DoseForecast.Done done, Map<String, String> values) {
    given(done.rule(), done.given(), done.earliest(), values);
    if (!done.dayKnown()) {
      return Saying.Day.NOT_KNOWN_WHY;
    }
    return done.earliest() == null ? Phrase.VACCINE_DONE_UNSCHEDULED : Phrase.VACCINE_DONE;
  }

  private void given(
      DoseRule rule, LocalDate given, @Nullable DueDay earliest, Map<String, String> values) {
    values.put("given", Vietnamese.date(given));
    if (earliest != null) {
      values.put("earliest", Vietnamese.date(earliest.day()));
      values.put("rule", ground(rule, earliest));
    }
  }

  private Phrase open(DoseForecast.Open open, Map<String, String> values) {
    values.put("earliest", Vietnamese.date(open.earliest().day()));
    values.put("rule", ground(open.rule(), open.earliest()));
    values.put("recommended", Vietnamese.date(open.recommended().day()));
    values.put("reason", ground(open.rule(), open.recommended()));
    values.put("overdue", Vietnamese.date(open.overdue()));
    return switch (open.timing()) {
      case UPCOMING -> Phrase.VACCINE_UPCOMING;
      case DUE -> Phrase.VACCINE_DUE;
      case OVERDUE -> Phrase.VACCINE_OVERDUE;
    };
  }

  private Phrase agedOut(DoseForecast.AgedOut agedOut, Map<String, String> values) {
    CalendarPeriod age = agedOut.rule().latestAge();
    if (age == null || agedOut.latest() == null) {
      return Phrase.VACCINE_AGED_OUT_BEFORE;
    }
    values.put("period", words(age));
    values.put("latest", Vietnamese.date(agedOut.latest()));
    return Phrase.VACCINE_AGED_OUT;
  }

  private String source(DoseRule rule) {
    Phrase phrase = rule.confirmed() ? Phrase.VACCINE_SOURCE : Phrase.VACCINE_SOURCE_USUAL;
    return phrases.words(phrase, Map.of("source", rule.source())).strip();
  }

  private record Condition(Dose dose, DueDay.Ground ground) {}

  /// `cách mũi trước ít nhất 28 ngày`.
  public String ground(DoseRule rule, DueDay due) {
    return conditions.computeIfAbsent(
        new Condition(rule.dose(), due.ground()), _ -> words(rule, due));
  }

  private String words(DoseRule rule, DueDay due) {
    Phrase phrase =
        switch (due.ground()) {
          case MINIMUM_AGE ->
              due.period().equals(CalendarPeriod.ZERO)
                  ? Phrase.VACCINE_AT_BIRTH
                  : Phrase.VACCINE_MINIMUM_AGE;
          case MINIMUM_INTERVAL -> Phrase.VACCINE_MINIMUM_INTERVAL;
          case REPEAT_INTERVAL -> Phrase.VACCINE_REPEAT_INTERVAL;
          case FOLLOWED_INTERVAL -> Phrase.VACCINE_FOLLOWED_INTERVAL;
          case EARLIEST -> Phrase.VACCINE_EARLIEST;
          case RECOMMENDED_AGE -> Phrase.VACCINE_RECOMMENDED_AGE;
          case RECOMMENDED_INTERVAL -> Phrase.VACCINE_RECOMMENDED_INTERVAL;
          case RECOMMENDED_FOLLOWED_INTERVAL -> Phrase.VACCINE_RECOMMENDED_FOLLOWED_INTERVAL;
          case RECOMMENDED_REPEAT_INTERVAL -> Phrase.VACCINE_RECOMMENDED_REPEAT_INTERVAL;
          case LATEST -> Phrase.VACCINE_LATEST;
        };
    Map<String, String> values = new HashMap<>(Map.of("period", words(due.period())));
    if (rule.follows() != null) {
      Dose followed = rule.follows().dose();
      values.put("vaccine", names.getOrDefault(followed, followed.vaccine()));
      values.put("dose", Integer.toString(followed.number()));
    }
    return phrases.words(phrase, values).strip();
  }

  /// `18 tháng`, `7 năm`, `6 tuần`; years only from three on, as people tell a child's age.
  private String words(CalendarPeriod period) {
    boolean years = period.months() >= 36 && period.months() % 12 == 0;
    return Stream.of(
            years
                ? counted(Phrase.PERIOD_YEARS, period.months() / 12)
                : counted(Phrase.PERIOD_MONTHS, period.months()),
            counted(Phrase.PERIOD_WEEKS, period.weeks()),
            counted(Phrase.PERIOD_DAYS, period.days()))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(" "));
  }

  private String counted(Phrase unit, int number) {
    return number == 0 ? "" : phrases.words(unit, Map.of("n", Integer.toString(number))).strip();
  }
}
