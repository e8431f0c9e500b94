package vn.ansinh.reminder;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.recurrence.Occurrences;
import vn.ansinh.calendar.recurrence.Recurrence.Occurrence;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.reminder.Planned.Reason;
import vn.ansinh.reminder.visit.Moved;
import vn.ansinh.reminder.visit.Visit;
import vn.ansinh.reminder.words.InsuranceWords;
import vn.ansinh.reminder.words.MovedWords;
import vn.ansinh.reminder.words.PaymentWords;
import vn.ansinh.reminder.words.Sentences;
import vn.ansinh.reminder.words.VaccinationWords;
import vn.ansinh.text.Joining;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;

/// What the messages say.
public final class ReminderTexts {
  private final Calendars calendars;
  private final Map<String, Occurrences> paydays;
  private final Sentences sentences;
  private final InsuranceWords insurance;
  private final VaccinationWords vaccination;
  private final MovedWords moved;
  private final PaymentWords payment;

  public ReminderTexts(KnowledgeBase base, Calendars calendars) {
    this.calendars = calendars;
    this.paydays = PaymentRule.occurrences(calendars);
    this.sentences = new Sentences(base.phrases());
    this.insurance = new InsuranceWords(base);
    Occurrences sessions = new Occurrences(calendars.sessions().days(), calendars.working());
    this.vaccination = new VaccinationWords(base.phrases(), calendars, sessions);
    this.moved = new MovedWords(base.phrases(), calendars, sessions, vaccination);
    this.payment = new PaymentWords(base, calendars.working());
  }

  /// The message itself, with the buttons that answer it.
  ///
  /// @param on the day on which it is read
  public Message message(ReminderId id, Wish wish, Planned planned, LocalDate on) {
    return switch (wish) {
      case Wish.Insurance card ->
          new Message(
              text(card, planned, on),
              List.of(
                  choice(Phrase.REMINDER_BUTTON_RENEWED, Tap.Action.RENEWED, id),
                  choice(Phrase.REMINDER_BUTTON_LATER, Tap.Action.LATER, id),
                  choice(Phrase.REMINDER_BUTTON_END, Tap.Action.END, id)));
      case Wish.Vaccination child ->
          new Message(
              text(child, planned, on),
              List.of(
                  choice(Phrase.REMINDER_BUTTON_GIVEN, Tap.Action.GIVEN, id),
                  choice(Phrase.REMINDER_BUTTON_PUT_OFF, Tap.Action.LATER, id),
                  choice(Phrase.REMINDER_BUTTON_CARD, Tap.Action.SHOW, id)));
      case Wish.Payment benefit ->
          new Message(
              text(benefit, planned, on),
              List.of(choice(Phrase.REMINDER_BUTTON_END, Tap.Action.END, id)));
    };
  }

  /// The same message when it goes to a citizen's other chat, and why.
  ///
  /// @param place where nobody could be reached: `Zalo`
  public Message insteadOf(String place, Message message) {
    RichText why = sentences.text(Joining.INSTEAD, Map.of("other", place));
    return new Message(
        RichText.join(List.of(message.text(), why)), message.choices(), message.reactions());
  }

  /// What the message says.
  ///
  /// @param on the day on which it is read
  public RichText text(Wish wish, Planned planned, LocalDate on) {
    return switch (wish) {
      case Wish.Insurance card -> insurance(card, planned, on);
      case Wish.Vaccination child ->
          planned.reason() instanceof Reason.OfMove(Moved session)
              ? moved.text(child.nickname(), child.child(), child.notBefore(), session, on)
              : vaccination.text(
                  child.nickname(), child.child(), planned.doses(), planned.due(), on);
      case Wish.Payment benefit -> payment(benefit, planned);
    };
  }

  /// Of what it tells: the card's owner, the nickname, the benefit's name.
  public String subject(Wish wish) {
    return switch (wish) {
      case Wish.Insurance card -> card.name();
      case Wish.Vaccination child -> child.nickname();
      case Wish.Payment(String benefit) -> {
        PaymentDays days = calendars.payments().get(benefit);
        yield days == null ? benefit : days.name();
      }
    };
  }

  /// Why it is told of then: the rule and its source.
  public String why(Planned planned) {
    return switch (planned.reason()) {
      case Reason.Ending(int days, LocalDate expires) -> insurance.why(days, expires);
      case Reason.Gap(int day, LocalDate expires, LocalDate last) ->
          insurance.whyGap(day, expires, last);
      case Reason.OfVisit(Visit visit, int daysBefore) -> vaccination.why(visit, daysBefore);
      case Reason.Payday(PaymentDays paid, Span days) -> payment.why(paid, days);
      case Reason.Changed(PaymentDays paid, LocalDate before, Span instead) ->
          payment.whyChanged(paid, before, Optional.ofNullable(instead));
      case Reason.OfMove(Moved session) -> moved.why(session);
    };
  }

  /// The whole vaccination card of a child.
  ///
  /// @param on the day on which it is read
  public Message card(ReminderId id, Wish.Vaccination child, LocalDate on) {
    return new Message(
        vaccination.card(child.nickname(), child.child(), on),
        List.of(choice(Phrase.REMINDER_BUTTON_GIVEN, Tap.Action.GIVEN, id)));
  }

  /// What is said of a card that has ended: how long continuity can still be kept, or that it is
  /// lost; empty while the card is good.
  public RichText gap(LocalDate expires, LocalDate on) {
    return expires.isBefore(on)
        ? insurance.gap(expires, Wish.Insurance.lastOfGap(expires), on)
        : RichText.EMPTY;
  }

  /// What is to be done today about a card that has ended; empty while it is good.
  public RichText toDo(Wish.Insurance card, LocalDate on) {
    return card.expires().isBefore(on)
        ? gap(card.expires(), on).plus(insurance.cost(card.people(), on))
        : RichText.EMPTY;
  }

  /// What is said of a benefit for whose payment no day is known; empty when one is.
  public Optional<RichText> unknown(Wish.Payment benefit) {
    return Optional.ofNullable(calendars.payments().get(benefit.benefit()))
        .filter(days -> days.days().isNever())
        .map(payment::textUnknown);
  }

  private RichText insurance(Wish.Insurance card, Planned planned, LocalDate on) {
    return planned.reason() instanceof Reason.Gap(_, _, LocalDate last)
        ? insurance.textGap(card.name(), card.expires(), last, card.people(), on)
        : insurance.text(card.name(), card.expires(), card.people(), on);
  }

  /// By the calendar of today: a payment planned once may have moved or fallen away since.
  private RichText payment(Wish.Payment benefit, Planned planned) {
    PaymentDays days = calendars.payments().get(benefit.benefit());
    Occurrences occurrences = paydays.get(benefit.benefit());
    if (days == null || occurrences == null) {
      return RichText.of(subject(benefit));
    }
    Occurrence occurrence =
        occurrences
            .next(planned.due())
            .filter(found -> !found.days().first().isAfter(planned.due()))
            .orElse(null);
    if (occurrence == null) {
      return payment.textCancelled(days, planned.due());
    }
    return planned.reason() instanceof Reason.Changed(_, LocalDate before, _)
        ? payment.textChanged(days, before, occurrence)
        : payment.text(days, occurrence);
  }

  private Choice choice(Phrase label, Tap.Action action, ReminderId id) {
    return new Choice(sentences.words(label, Map.of()), new Tap(action, id).data());
  }
}
