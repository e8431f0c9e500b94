package vn.ansinh.conversation.reminders;

import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Vietnamese;

/// The words that several answers about reminders share.
record Wording(Phrases phrases, Benefits benefits) {
  RichText text(Phrase phrase) {
    return phrases.text(phrase);
  }

  RichText text(Phrase phrase, Map<String, String> values) {
    return phrases.text(phrase, values);
  }

  String words(Phrase phrase, Map<String, String> values) {
    return phrases.words(phrase, values).strip();
  }

  Message message(Phrase phrase, Choice... choices) {
    return new Message(text(phrase), List.of(choices));
  }

  Choice choice(Phrase label, Press press) {
    return press.choice(words(label, Map.of()));
  }

  Choice cancel() {
    return choice(Phrase.BUTTON_CANCEL, Press.of(Press.Verb.CANCEL));
  }

  Choice list() {
    return choice(Phrase.BUTTON_REMINDERS, Press.of(Press.Verb.LIST));
  }

  /// One reminder in a line.
  String line(Wish wish) {
    return switch (wish) {
      case Wish.Insurance insurance ->
          words(
              Phrase.REMINDER_INSURANCE,
              Map.of("name", insurance.name(), "date", Vietnamese.date(insurance.expires())));
      case Wish.Vaccination child ->
          words(
              Phrase.REMINDER_VACCINATION,
              Map.of("name", child.nickname(), "date", Vietnamese.date(child.child().born())));
      case Wish.Payment payment ->
          words(Phrase.REMINDER_PAYMENT, Map.of("name", benefits.name(payment.benefit())));
    };
  }

  /// When the next message comes.
  RichText next(Optional<Planned> planned) {
    return planned
        .map(
            next -> {
              ZonedDateTime at = next.send().atZone(VietnamTime.ZONE);
              return text(
                  Phrase.REMINDER_NEXT,
                  Map.of(
                      "time", at.toLocalTime().toString(),
                      "date", Vietnamese.date(at.toLocalDate())));
            })
        .orElseGet(() -> text(Phrase.REMINDER_NEXT_UNKNOWN));
  }
}
