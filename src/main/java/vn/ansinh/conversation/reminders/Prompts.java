package vn.ansinh.conversation.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.calendar.reading.SaidDay;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Label;
import vn.ansinh.text.Phrase;

/// What each step of a form asks.
final class Prompts {
  private final Wording wording;
  private final Buttons buttons;

  Prompts(Wording wording, Buttons buttons) {
    this.wording = wording;
    this.buttons = buttons;
  }

  /// The step that the form is at.
  Message ask(Situation situation, Form form) {
    List<Choice> choices = new ArrayList<>(buttons.under(situation, form));
    if (form.previous() != form.asked() && form.topic().signsUp() && form.asked() != Field.CHECK) {
      choices.add(wording.choice(Label.BACK, Press.of(Verb.FIX, form.previous().key())));
    }
    if (form.asked() != Field.CONSENT) {
      choices.add(wording.cancel());
    }
    Phrase phrase = question(form);
    Map<String, String> values =
        form.asked() == Field.CHECK ? summary(form) : about(situation, form);
    return new Message(wording.text(phrase, values), choices);
  }

  /// The doses to be marked one by one.
  Message mark(Situation situation, Form form) {
    List<Choice> choices = new ArrayList<>(buttons.marking(situation, form));
    choices.add(wording.cancel());
    Phrase phrase = form.topic() == Topic.GIVEN ? Phrase.ASK_GIVEN_DOSES : Phrase.ASK_DOSES_MARKED;
    return new Message(wording.text(phrase, about(situation, form)), choices);
  }

  private static Phrase question(Form form) {
    return switch (form.asked()) {
      case CONSENT -> Phrase.CONSENT;
      case NAME -> form.topic() == Topic.INSURANCE ? Phrase.ASK_HOLDER : Phrase.ASK_NICKNAME;
      case DATE -> day(form.topic());
      case PEOPLE -> Phrase.ASK_PEOPLE;
      case GUARDIAN -> Phrase.ASK_GUARDIAN;
      case DOSES -> dosesQuestion(form);
      case BENEFIT -> Phrase.ASK_BENEFIT;
      case CHECK -> check(form);
      case FIX -> Phrase.ASK_FIX;
    };
  }

  private static Phrase dosesQuestion(Form form) {
    if (form.topic() == Topic.GIVEN) {
      return Phrase.ASK_GIVEN_DOSES;
    }
    return form.filled().doses().isEmpty() ? Phrase.ASK_DOSES : Phrase.ASK_DOSES_MARKED;
  }

  private static Phrase day(Topic topic) {
    return switch (topic) {
      case INSURANCE, PAYMENT -> Phrase.ASK_EXPIRY;
      case VACCINATION -> Phrase.ASK_BORN;
      case RENEWED -> Phrase.ASK_RENEWED;
      case GIVEN -> Phrase.ASK_GIVEN_DAY;
      case LATER -> Phrase.ASK_LATER;
    };
  }

  private static Phrase check(Form form) {
    if (form.topic() == Topic.VACCINATION) {
      return form.filled().doses().isEmpty()
          ? Phrase.CHECK_VACCINATION
          : Phrase.CHECK_VACCINATION_GIVEN;
    }
    return form.topic() == Topic.INSURANCE ? Phrase.CHECK_INSURANCE : Phrase.CHECK_PAYMENT;
  }

  private Map<String, String> summary(Form form) {
    Filled filled = form.filled();
    LocalDate date = filled.date();
    String benefit = filled.benefit();
    return Map.of(
        "name", filled.name() == null ? "" : filled.name(),
        "date", date == null ? "" : new SaidDay(date, filled.byMoon()).words(wording.phrases()),
        "people", String.valueOf(filled.people()),
        "doses", String.valueOf(filled.doses().size()),
        "benefit", benefit == null ? "" : wording.benefit(benefit));
  }

  /// Whom a question speaks of.
  private static Map<String, String> about(Situation situation, Form form) {
    String name = form.filled().name();
    return situation.held().wish(form.of()).orElse(null) instanceof Wish wish
        ? Map.of("name", subject(wish))
        : Map.of("name", name == null ? "" : name);
  }

  private static String subject(Wish wish) {
    return switch (wish) {
      case Wish.Insurance insurance -> insurance.name();
      case Wish.Vaccination child -> child.nickname();
      case Wish.Payment payment -> payment.benefit();
    };
  }
}
