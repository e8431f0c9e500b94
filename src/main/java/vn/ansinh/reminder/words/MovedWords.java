package vn.ansinh.reminder.words;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.visit.Moved;
import vn.ansinh.reminder.visit.OpenDose;
import vn.ansinh.reminder.visit.Visit;
import vn.ansinh.reminder.visit.Visits;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Child;

/// What is said at once to those who were told of a session that takes place on other days now.
public final class MovedWords {
  private final Calendars calendars;
  private final Occurrences sessions;
  private final Sentences sentences;
  private final VaccinationWords vaccination;

  public MovedWords(
      Phrases phrases, Calendars calendars, Occurrences sessions, VaccinationWords vaccination) {
    this.calendars = calendars;
    this.sessions = sessions;
    this.sentences = new Sentences(phrases);
    this.vaccination = vaccination;
  }

  /// Why it is told of.
  public String why(Moved moved) {
    return sentences.words(
        moved.instead() == null ? Saying.Day.SESSION_CANCELLED_WHY : Saying.Day.SESSION_MOVED_WHY,
        values(moved));
  }

  /// That the session is moved or falls away, and whether the child should go to the new one.
  ///
  /// @param notBefore the child's doses are put off to this day; null when they are not
  /// @param on the day on which it is read
  public RichText text(
      String nickname, Child child, @Nullable LocalDate notBefore, Moved moved, LocalDate on) {
    Span instead = moved.instead();
    RichText changed =
        sentences.text(
            instead == null ? Saying.Day.SESSION_CANCELLED : Saying.Day.SESSION_MOVED,
            values(moved));
    RichText visit =
        instead == null
            ? RichText.EMPTY
            : visit(child, notBefore, instead)
                .map(found -> go(child, found, on))
                .orElseGet(() -> sentences.text(Saying.Day.SESSION_NOT_YET, Map.of()));
    return RichText.join(List.of(vaccination.first(nickname), changed, visit));
  }

  private Optional<Visit> visit(Child child, @Nullable LocalDate notBefore, Span session) {
    return new Visits(calendars.schedule(), sessions, child, notBefore)
        .atSessions(session.first())
        .takeWhile(visit -> !visit.due().isAfter(session.last()))
        .findFirst();
  }

  private RichText go(Child child, Visit visit, LocalDate on) {
    return RichText.join(
        List.of(
            sentences.text(Saying.Day.SESSION_GO, Map.of("day", Vietnamese.date(visit.due()))),
            vaccination.list(child, visit.doses().stream().map(OpenDose::rule).toList(), on),
            sentences.text(Phrase.REMINDER_VACCINATION_SOURCE, Map.of())));
  }

  private Map<String, String> values(Moved moved) {
    Span instead = moved.instead();
    String source = moved.source();
    return Map.of(
        "before",
        days(moved.before()),
        "days",
        instead == null ? "" : days(instead),
        "place",
        sentences.at(calendars.sessions().place()),
        "by",
        source.isEmpty() ? "" : sentences.words(Saying.Day.SESSION_BY, Map.of("source", source)));
  }

  private String days(Span days) {
    return sentences.days(days.first(), days.last());
  }
}
