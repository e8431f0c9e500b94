package vn.ansinh.conversation.reminders;

import java.util.ArrayList;
import java.util.List;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Tap;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;

/// One reminder shown as a whole, with everything that can be done to it.
final class Card {
  private final Wording wording;
  private final Finish finish;
  private final ReminderTexts texts;

  Card(Wording wording, Finish finish, ReminderTexts texts) {
    this.wording = wording;
    this.finish = finish;
    this.texts = texts;
  }

  Step show(Situation situation, ReminderId id, Wish wish) {
    List<Choice> choices = new ArrayList<>();
    switch (wish) {
      case Wish.Insurance _ -> choices.add(tap(Phrase.BUTTON_RENEWED, Tap.Action.RENEWED, id));
      case Wish.Vaccination _ -> {
        choices.add(tap(Phrase.BUTTON_GIVEN, Tap.Action.GIVEN, id));
        choices.add(tap(Phrase.BUTTON_LATER, Tap.Action.LATER, id));
      }
      case Wish.Payment _ -> {}
    }
    choices.add(wording.choice(Phrase.BUTTON_FIX, Press.of(Verb.CHANGE, id.value())));
    choices.add(tap(Phrase.BUTTON_END, Tap.Action.END, id));
    choices.add(wording.list());
    RichText text = RichText.join(List.of(whole(situation, wish), finish.next(situation, wish)));
    return Step.of(situation.form(), new Message(text, choices));
  }

  private RichText whole(Situation situation, Wish wish) {
    return RichText.of(wording.line(wish) + texts.hashCode() + situation.today());
  }

  private Choice tap(Phrase label, Tap.Action action, ReminderId id) {
    return new Choice(wording.words(label, java.util.Map.of()), new Tap(action, id).data());
  }
}
