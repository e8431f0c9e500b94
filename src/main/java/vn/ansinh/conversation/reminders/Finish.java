package vn.ansinh.conversation.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.calendar.reading.SaidDay;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Refusal;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wishes;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Tap;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Why;

/// Turns a form that is filled in into what is kept.
final class Finish {
  private final Wording wording;
  private final Doses doses;
  private final Wishes wishes;
  private final Planner planner;
  private final ReminderTexts texts;
  private final Why why;
  private final String version;

  Finish(Wording wording, Rules rules) {
    this.wording = wording;
    this.doses = new Doses(rules.calendars().schedule());
    this.wishes = new Wishes(doses);
    this.planner = rules.planner();
    this.texts = rules.texts();
    this.why = new Why(wording.phrases(), doses.schedule());
    this.version = wording.words(Phrase.CONSENT_VERSION, Map.of());
  }

  /// Of the consent screen.
  String version() {
    return version;
  }

  Step save(Situation situation, Form form) {
    ReminderId of = form.of();
    if (of == null) {
      return keep(situation, form);
    }
    Optional<Wish> before = situation.held().wish(of);
    return before.map(wish -> change(situation, form, of, wish)).orElseGet(this::gone);
  }

  /// The reminder was ended or erased.
  Step gone() {
    return Step.of(null, wording.message(Phrase.REMIND_GONE, wording.list()));
  }

  private Step keep(Situation situation, Form form) {
    Wish wish = wishes.of(form, null, situation.today());
    Held held = situation.held();
    if (held.has(wish)) {
      return said(situation, Phrase.REMIND_ALREADY, wish);
    }
    if (held.standing().size() >= Held.MOST) {
      return Step.of(null, wording.message(Phrase.REMIND_FULL, wording.list()));
    }
    List<Act> acts = new ArrayList<>();
    if (wish instanceof Wish.Vaccination) {
      acts.add(new Act.Consent(version, true));
    }
    acts.add(new Act.Keep(wish));
    return said(situation, Phrase.REMIND_KEPT, wish, acts.toArray(Act[]::new));
  }

  private Step said(Situation situation, Phrase phrase, Wish wish, Act... acts) {
    return said(situation, wording.text(phrase, Map.of("what", wording.line(wish))), wish, acts);
  }

  private Step said(Situation situation, RichText text, Wish wish, Act... acts) {
    List<RichText> parts = new ArrayList<>(List.of(text, next(situation, wish)));
    if (situation.held().stopped()) {
      parts.add(wording.text(Phrase.REMIND_STOPPED));
    }
    return Step.of(null, new Message(RichText.join(parts), List.of(wording.list())), acts);
  }

  /// Why an answer is not taken.
  RichText reason(Refusal refusal, LocalDate on) {
    return refusal.text(wording.phrases(), texts, on);
  }

  /// What holds for a card that has ended; empty while it is good.
  RichText gap(LocalDate expires, LocalDate on) {
    return texts.gap(expires, on);
  }

  /// When the next message comes, or why nobody knows.
  RichText next(Situation situation, Wish wish) {
    Optional<RichText> unknown =
        wish instanceof Wish.Payment payment ? texts.unknown(payment) : Optional.empty();
    if (wish instanceof Wish.Insurance card && card.expires().isBefore(situation.today())) {
      RichText gap = texts.toDo(card, situation.today());
      Optional<Planned> next = planner.next(wish, situation.now());
      return next.isEmpty() ? gap : RichText.join(List.of(gap, wording.next(next)));
    }
    return unknown.orElseGet(() -> wording.next(planner.next(wish, situation.now())));
  }

  private Step change(Situation situation, Form form, ReminderId of, Wish before) {
    LocalDate date = form.filled().date();
    return switch (form.topic()) {
      case INSURANCE, VACCINATION, PAYMENT -> {
        Wish wish = wishes.of(form, before, situation.today());
        yield said(situation, Phrase.REMIND_CHANGED, wish, new Act.Change(of, wish));
      }
      case RENEWED ->
          before instanceof Wish.Insurance card
              ? renewed(situation, of, card, form.filled())
              : gone();
      case GIVEN ->
          before instanceof Wish.Vaccination child && date != null
              ? given(situation, form, of, child, date)
              : gone();
      case LATER ->
          before instanceof Wish.Vaccination child && date != null
              ? later(situation, of, child, form.filled())
              : gone();
    };
  }

  /// @param filled its date as the citizen wrote it; none when the proposed one is right
  private Step renewed(Situation situation, ReminderId of, Wish.Insurance card, Filled filled) {
    LocalDate date = filled.date();
    Wish.Insurance wish =
        new Wish.Insurance(card.name(), date == null ? card.expires() : date, card.people());
    Act[] acts = date == null ? new Act[0] : new Act[] {new Act.Change(of, wish)};
    RichText changed = wording.text(Phrase.REMIND_CHANGED, Map.of("what", wording.line(wish)));
    RichText text =
        date != null && filled.byMoon()
            ? changed.plus(RichText.of(new SaidDay(date, true).words(wording.phrases())))
            : changed;
    return said(situation, text, wish, acts);
  }

  private Step given(
      Situation situation, Form form, ReminderId of, Wish.Vaccination child, LocalDate day) {
    Child after = doses.given(child.child(), form.filled().doses(), day, situation.today());
    Wish.Vaccination wish = new Wish.Vaccination(child.nickname(), after, null);
    RichText text =
        wording.text(
            Phrase.GIVEN_KEPT,
            Map.of(
                "n", String.valueOf(form.filled().doses().size()),
                "name", child.nickname(),
                "date", new SaidDay(day, form.filled().byMoon()).words(wording.phrases())));
    List<RichText> parts = new ArrayList<>(List.of(text));
    Forecast.of(doses.schedule(), after, situation.today()).stream()
        .filter(line -> line instanceof DoseForecast.Invalid early && early.given().equals(day))
        .map(line -> RichText.of(why.of(line)))
        .forEach(parts::add);
    Step step = said(situation, RichText.join(parts), wish, new Act.Change(of, wish));
    Choice card =
        new Choice(
            wording.words(Phrase.REMINDER_BUTTON_CARD, Map.of()),
            new Tap(Tap.Action.SHOW, of).data());
    return Step.of(
        null,
        new Message(step.message().text(), List.of(card, wording.list())),
        step.acts().toArray(Act[]::new));
  }

  private Step later(Situation situation, ReminderId of, Wish.Vaccination child, Filled filled) {
    LocalDate date = Objects.requireNonNull(filled.date());
    Wish.Vaccination wish = new Wish.Vaccination(child.nickname(), child.child(), date);
    RichText text =
        wording.text(
            Phrase.LATER_KEPT,
            Map.of(
                "name", child.nickname(),
                "date", new SaidDay(date, filled.byMoon()).words(wording.phrases())));
    return said(situation, text, wish, new Act.Change(of, wish));
  }
}
