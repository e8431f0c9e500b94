package vn.ansinh.reminder.words;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.calendar.OfficeDay;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.calendar.recurrence.Recurrence.Occurrence;
import vn.ansinh.calendar.recurrence.Recurrence.WhenClosed;
import vn.ansinh.knowledge.Grade;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// What is said of the days on which a benefit is paid.
public final class PaymentWords {
  private final KnowledgeBase base;
  private final WorkingDays working;
  private final Sentences sentences;

  public PaymentWords(KnowledgeBase base, WorkingDays working) {
    this.base = base;
    this.working = working;
    this.sentences = new Sentences(base.phrases());
  }

  /// Why a payment is told of on the evening before.
  public String why(PaymentDays payment, Span days) {
    String why =
        sentences.words(
            payment.grade() == Grade.A
                ? Phrase.REMINDER_WHY_PAYMENT
                : Phrase.REMINDER_WHY_PAYMENT_USUAL,
            values(payment, days));
    return off(payment, days).map(off -> why + " " + off).orElse(why);
  }

  /// Why it is told of at once that another day takes the place of one; without another that it
  /// falls away.
  public String whyChanged(PaymentDays payment, LocalDate before, Optional<Span> days) {
    Map<String, String> values = values(payment, days.orElse(Span.of(before)));
    values.put("before", Vietnamese.date(before));
    return sentences.words(
        days.isPresent()
            ? Phrase.REMINDER_WHY_PAYMENT_CHANGED
            : Phrase.REMINDER_WHY_PAYMENT_CANCELLED,
        values);
  }

  /// What is said on the evening before.
  public RichText text(PaymentDays payment, Occurrence occurrence) {
    Map<String, String> values = values(payment, occurrence.days());
    RichText text =
        sentences
            .text(
                payment.grade() == Grade.A
                    ? Phrase.REMINDER_PAYMENT
                    : Phrase.REMINDER_PAYMENT_USUAL,
                values)
            .plus(off(payment, occurrence.days()).map(RichText::of).orElse(RichText.EMPTY));
    int together = occurrence.scheduled().size();
    values.put("times", Integer.toString(together));
    return together > 1
        ? text.plus(sentences.text(Phrase.REMINDER_PAYMENT_TOGETHER, values))
        : text;
  }

  /// That the first day is a day off. When it is paid instead is said only where the payment's own
  /// calendar says so.
  private Optional<String> off(PaymentDays payment, Span days) {
    LocalDate first = days.first();
    Map<String, String> values = new HashMap<>(Map.of("first", Vietnamese.date(first)));
    Saying.Day saying;
    switch (working.holidays().on(first)) {
      case OfficeDay.Working _ -> {
        return Optional.empty();
      }
      case OfficeDay.Weekend _ -> {
        values.put("reason", Vietnamese.weekday(first));
        saying = Saying.Day.OFF;
      }
      case OfficeDay.Off(String holiday, var _) -> {
        values.put("reason", holiday);
        saying = Saying.Day.OFF;
      }
      case OfficeDay.Undecided(String holiday) -> {
        values.put("reason", holiday);
        saying = Saying.Day.OFF_PERHAPS;
      }
    }
    LocalDate next = working.onOrAfter(first);
    if (payment.days().whenClosed() == WhenClosed.AFTER
        && saying == Saying.Day.OFF
        && !next.isAfter(days.last())) {
      values.put("next", Vietnamese.date(next));
      saying = Saying.Day.OFF_NEXT;
    }
    return Optional.of(sentences.words(saying, values));
  }

  /// What is said when another day has been published.
  public RichText textChanged(PaymentDays payment, LocalDate before, Occurrence occurrence) {
    Map<String, String> values = values(payment, occurrence.days());
    values.put("before", Vietnamese.date(before));
    return sentences.text(Phrase.REMINDER_PAYMENT_CHANGED, values).plus(text(payment, occurrence));
  }

  /// What is said when a published day falls away.
  public RichText textCancelled(PaymentDays payment, LocalDate before) {
    Map<String, String> values = values(payment, Span.of(before));
    values.put("before", Vietnamese.date(before));
    return sentences.text(Phrase.REMINDER_PAYMENT_CANCELLED, values);
  }

  /// What is said of a benefit whose days nobody has announced, and whom to ask.
  public RichText textUnknown(PaymentDays payment) {
    Map<String, String> values =
        new HashMap<>(
            Map.of(
                "name", payment.name(), "source", payment.source(), "contact", contact(payment)));
    return sentences.text(Phrase.REMINDER_PAYMENT_UNKNOWN, values);
  }

  private Map<String, String> values(PaymentDays payment, Span days) {
    Map<String, String> values = new HashMap<>();
    values.put("name", payment.name());
    values.put("source", payment.source());
    values.put("contact", contact(payment));
    values.put("place", sentences.at(payment.place()));
    values.put("days", sentences.days(days.first(), days.last()));
    return values;
  }

  private String contact(PaymentDays payment) {
    KnowledgeBase.Contact contact = base.contacts().get(payment.contact());
    return contact == null ? payment.contact() : contact.nameAndPhone();
  }
}
