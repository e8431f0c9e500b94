package vn.ansinh.reminder.words;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.calendar.recurrence.Recurrence;
import vn.ansinh.calendar.recurrence.Recurrence.Occurrence;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// What is said of the health station's sessions.
final class SessionWords {
  private final Sentences sentences;
  private final SessionDays announced;
  private final Occurrences sessions;

  SessionWords(Sentences sentences, SessionDays announced, Occurrences sessions) {
    this.sentences = sentences;
    this.announced = announced;
    this.sessions = sessions;
  }

  /// When to come: to a session, or whenever the station announces one.
  RichText text(LocalDate due, LocalDate on, boolean overdue) {
    Optional<Occurrence> session = session(due);
    Map<String, String> values = new HashMap<>();
    values.put("day", Vietnamese.date(due));
    if (session.isEmpty()) {
      return sentences.text(
          overdue ? Phrase.REMINDER_VACCINATION_OVERDUE : Phrase.REMINDER_VACCINATION_RECOMMENDED,
          values);
    }
    values.put("place", sentences.at(announced.place()));
    values.put("source", announced.source());
    return sentences.text(
        due.equals(on) ? Phrase.REMINDER_VACCINATION_TODAY : Phrase.REMINDER_VACCINATION_SESSION,
        values);
  }

  /// That a session which takes place on a day was to be on another, and who said so.
  Optional<String> moved(LocalDate day) {
    return session(day)
        .filter(session -> !session.scheduled().contains(session.days().first()))
        .map(
            session -> {
              LocalDate before = session.scheduled().getFirst();
              Map<String, String> values = new HashMap<>();
              values.put("before", Vietnamese.date(before));
              values.put("day", Vietnamese.date(session.days().first()));
              Optional<String> source =
                  announced.days().changes().stream()
                      .filter(change -> change.day().equals(before))
                      .map(Recurrence.Change::source)
                      .findFirst();
              source.ifPresent(words -> values.put("source", words));
              return sentences.words(
                  source.isPresent() ? Saying.Day.MOVED : Saying.Day.MOVED_CLOSED, values);
            });
  }

  private Optional<Occurrence> session(LocalDate day) {
    return sessions.next(day).filter(found -> !found.days().first().isAfter(day));
  }
}
