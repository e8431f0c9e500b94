package vn.ansinh.reminder.words;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.reminder.visit.OpenDose;
import vn.ansinh.reminder.visit.Visit;
import vn.ansinh.text.Block;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Span;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DoseForecast.Status;
import vn.ansinh.vaccination.DoseRule;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Schedule;
import vn.ansinh.vaccination.Why;

/// What is said of a child's doses. The first line says nothing but the nickname and that it is
/// about the card: others may read it on a locked telephone.
public final class VaccinationWords {
  /// A name in brackets longer than this explains, and is left out where doses are listed.
  private static final int LONG_BRACKET = 12;

  private final Schedule schedule;
  private final SessionDays announced;
  private final Sentences sentences;
  private final SessionWords session;
  private final CardWords card;

  public VaccinationWords(Phrases phrases, Calendars calendars, Occurrences sessions) {
    this.schedule = calendars.schedule();
    this.announced = calendars.sessions();
    this.sentences = new Sentences(phrases);
    this.session = new SessionWords(sentences, announced, sessions);
    this.card = new CardWords(sentences, new Why(phrases, schedule));
  }

  /// Why a visit is told of.
  ///
  /// @param daysBefore 0 on the day itself
  public String why(Visit visit, int daysBefore) {
    String when =
        daysBefore == 0
            ? sentences.words(Phrase.REMINDER_WHEN_MORNING, Map.of())
            : sentences.words(
                Phrase.REMINDER_WHEN_BEFORE, Map.of("days", Integer.toString(daysBefore)));
    String why = why(visit, when);
    return session.moved(visit.due()).map(moved -> why + " " + moved).orElse(why);
  }

  private String why(Visit visit, String when) {
    return sentences.words(
        rule(visit),
        Map.of(
            "when", when,
            "day", Vietnamese.date(visit.due()),
            "source", announced.source(),
            "doses", visit.doses().stream().map(this::reason).collect(Collectors.joining("; ")),
            "law", law(visit.doses().stream().map(OpenDose::rule).toList())));
  }

  private static Phrase rule(Visit visit) {
    return switch (visit.notice()) {
      case BEFORE_AND_ON_DAY ->
          visit.announced() ? Phrase.REMINDER_WHY_SESSION : Phrase.REMINDER_WHY_RECOMMENDED;
      case BEFORE -> Phrase.REMINDER_WHY_SESSION_MONTHLY;
      case ON_DAY -> Phrase.REMINDER_WHY_MONTHLY;
    };
  }

  private String reason(OpenDose dose) {
    String reason =
        sentences.words(
            Phrase.REMINDER_WHY_DOSE,
            Map.of(
                "dose", name(dose.rule()),
                "recommended", Vietnamese.date(dose.recommended()),
                "overdue", Vietnamese.date(dose.overdue())));
    return dose.assumed() ? reason + " " + sentences.words(Saying.Day.ASSUMED, Map.of()) : reason;
  }

  /// The message about some doses for a day.
  ///
  /// @param on the day on which it is read
  public RichText text(
      String nickname, Child child, List<Dose> doses, LocalDate due, LocalDate on) {
    List<DoseForecast> card = lines(child, doses, on);
    return RichText.join(
        List.of(
            first(nickname),
            session.text(due, on, card.stream().allMatch(line -> line.status() == Status.OVERDUE)),
            bullets(card.stream().map(this::line).toList()),
            session.moved(due).map(RichText::of).orElse(RichText.EMPTY),
            card.stream().anyMatch(VaccinationWords::isAssumed)
                ? sentences.text(Saying.Day.ASSUMED_NOTE, Map.of())
                : RichText.EMPTY,
            sentences.text(Phrase.REMINDER_VACCINATION_SOURCE, Map.of())));
  }

  /// The whole card: what was given, what should be now, what comes, what does not, each with its
  /// reason and source.
  public RichText card(String nickname, Child child, LocalDate on) {
    return RichText.join(
        List.of(
            first(nickname),
            card.of(card(child, on), this::name),
            sentences.text(Phrase.REMINDER_VACCINATION_SOURCE, Map.of())));
  }

  /// `5 trong 1, mũi 2`.
  public String name(DoseRule rule) {
    String name = rule.name();
    int bracket = name.indexOf(" (");
    boolean isLong = bracket > 0 && name.length() - bracket > LONG_BRACKET;
    return sentences.words(
        Phrase.REMINDER_DOSE,
        Map.of(
            "vaccine",
            isLong ? name.substring(0, bracket) : name,
            "dose",
            Integer.toString(rule.dose().number())));
  }

  private List<DoseForecast> card(Child child, LocalDate on) {
    LocalDate first =
        child.given().stream().map(Child.Given::day).max(LocalDate::compareTo).orElse(child.born());
    return Forecast.of(schedule, child, on.isBefore(first) ? first : on);
  }

  private List<DoseForecast> lines(Child child, List<Dose> doses, LocalDate on) {
    return card(child, on).stream()
        .filter(line -> doses.contains(line.rule().dose()))
        .filter(line -> line.status() != Status.INVALID)
        .toList();
  }

  /// Some doses of a child, a line each.
  RichText list(Child child, List<DoseRule> rules, LocalDate on) {
    List<Dose> doses = rules.stream().map(DoseRule::dose).toList();
    return bullets(lines(child, doses, on).stream().map(this::line).toList());
  }

  RichText first(String nickname) {
    return sentences.text(Phrase.REMINDER_VACCINATION_FIRST, Map.of("name", nickname));
  }

  private static boolean isAssumed(DoseForecast line) {
    return line instanceof DoseForecast.Open open && open.assumed();
  }

  private String line(DoseForecast line) {
    String name = name(line.rule());
    if (!(line instanceof DoseForecast.Open open)) {
      return name;
    }
    boolean overdue = open.status() == Status.OVERDUE;
    Map<String, String> values =
        new HashMap<>(Map.of("dose", name, "overdue", Vietnamese.date(open.overdue())));
    if (open.latest() == null) {
      return overdue ? sentences.words(Phrase.REMINDER_DOSE_OVERDUE, values) : name;
    }
    values.put("latest", Vietnamese.date(open.latest()));
    return sentences.words(
        overdue ? Phrase.REMINDER_DOSE_OVERDUE_LATEST : Phrase.REMINDER_DOSE_LATEST, values);
  }

  /// Every source once; a dose may have several.
  private static String law(List<DoseRule> rules) {
    return rules.stream()
        .flatMap(rule -> Stream.of(rule.source().split("; ")))
        .distinct()
        .collect(Collectors.joining("; "));
  }

  static RichText bullets(List<String> lines) {
    return lines.isEmpty()
        ? RichText.EMPTY
        : new RichText(
            List.of(
                new Block.Bullets(
                    lines.stream()
                        .<List<Span>>map(line -> List.of(new Span.Plain(line)))
                        .toList())));
  }
}
