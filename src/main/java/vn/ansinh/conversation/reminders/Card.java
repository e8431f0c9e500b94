package vn.ansinh.conversation.reminders;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Tap;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.ics.CalendarFile;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.text.Label;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// One reminder shown as a whole, with everything that can be done to it.
final class Card {
  /// A card is good for a year; messages after its end come within three months.
  private static final Duration AHEAD = Duration.ofDays(500);

  private final Wording wording;
  private final Finish finish;
  private final Rules rules;

  Card(Wording wording, Finish finish, Rules rules) {
    this.wording = wording;
    this.finish = finish;
    this.rules = rules;
  }

  Step show(Situation situation, ReminderId id, Wish wish) {
    List<Choice> choices = new ArrayList<>();
    switch (wish) {
      case Wish.Insurance _ ->
          choices.add(tap(Phrase.REMINDER_BUTTON_RENEWED, Tap.Action.RENEWED, id));
      case Wish.Vaccination _ -> {
        choices.add(tap(Phrase.REMINDER_BUTTON_GIVEN, Tap.Action.GIVEN, id));
        choices.add(tap(Phrase.REMINDER_BUTTON_PUT_OFF, Tap.Action.LATER, id));
      }
      case Wish.Payment _ -> {}
    }
    choices.add(tap(Label.CALENDAR_FILE, Tap.Action.FILE, id));
    choices.add(wording.choice(Label.FIX, Press.of(Verb.CHANGE, id.value())));
    choices.add(tap(Phrase.REMINDER_BUTTON_END, Tap.Action.END, id));
    choices.add(wording.list());
    RichText text =
        RichText.join(List.of(whole(situation, id, wish), finish.next(situation, wish)));
    return Step.of(situation.form(), new Message(text, choices));
  }

  /// Its days as a file for the citizen's own calendar.
  Step file(Situation situation, ReminderId id, Wish wish) {
    CalendarFile calendar =
        CalendarFile.of(
            wording.phrases(), rules, Map.of(CalendarFile.key(id), wish), situation.now());
    List<Choice> choices = List.of(wording.list());
    if (calendar.days() == 0) {
      return Step.of(
          situation.form(), new Message(wording.text(Saying.Calendar.EMPTY, Map.of()), choices));
    }
    Message.File file = new Message.File(CalendarFile.NAME, CalendarFile.TYPE, calendar.text());
    RichText text =
        wording.text(Saying.Calendar.FILE, Map.of("n", String.valueOf(calendar.days())));
    return Step.of(situation.form(), new Message(text, choices).with(file));
  }

  private RichText whole(Situation situation, ReminderId id, Wish wish) {
    return switch (wish) {
      case Wish.Insurance card ->
          RichText.join(List.of(RichText.of(wording.line(card)), times(situation, card)));
      case Wish.Vaccination child -> rules.texts().card(id, child, situation.today()).text();
      case Wish.Payment _ -> RichText.of(wording.line(wish));
    };
  }

  private RichText times(Situation situation, Wish.Insurance card) {
    Instant end = situation.now().plus(AHEAD);
    String days =
        rules.planner().between(card, situation.now(), end).stream()
            .map(planned -> LocalDate.ofInstant(planned.send(), VietnamTime.ZONE))
            .map(Vietnamese::date)
            .collect(Collectors.joining(", "));
    return days.isEmpty()
        ? RichText.EMPTY
        : wording.text(
            Phrase.REMIND_TIMES, Map.of("people", String.valueOf(card.people()), "days", days));
  }

  private Choice tap(Saying label, Tap.Action action, ReminderId id) {
    return new Choice(wording.words(label, Map.of()), new Tap(action, id).data());
  }
}
