package vn.ansinh.reminder;

import java.time.LocalDate;
import java.util.List;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.words.InsuranceWords;
import vn.ansinh.reminder.words.Sentences;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;

/// What the messages say.
public final class ReminderTexts {
  private final Sentences sentences;
  private final InsuranceWords insurance;

  public ReminderTexts(KnowledgeBase base, Calendars calendars) {
    this.sentences = new Sentences(base.phrases());
    this.insurance = new InsuranceWords(base);
  }

  /// The message itself, with the buttons that answer it.
  ///
  /// @param on the day on which it is read
  public Message message(ReminderId id, Wish wish, Planned planned, LocalDate on) {
    return switch (wish) {
      case Wish.Insurance card ->
          new Message(
              insurance(card, planned, on),
              List.of(
                  choice(Phrase.REMINDER_BUTTON_RENEWED, Tap.Action.RENEWED, id),
                  choice(Phrase.REMINDER_BUTTON_LATER, Tap.Action.LATER, id),
                  choice(Phrase.REMINDER_BUTTON_END, Tap.Action.END, id)));
      case Wish.Vaccination _, Wish.Payment _ ->
          new Message(RichText.of(planned.subject() + "\n" + planned.why()), List.of());
    };
  }

  private RichText insurance(Wish.Insurance card, Planned planned, LocalDate on) {
    return planned.lead().startsWith(InsuranceRule.GAP)
        ? insurance.textGap(card.name(), card.expires(), planned.due(), card.people(), on)
        : insurance.text(card.name(), card.expires(), card.people(), on);
  }

  private Choice choice(Phrase label, Tap.Action action, ReminderId id) {
    return new Choice(sentences.words(label, java.util.Map.of()), new Tap(action, id).data());
  }
}
