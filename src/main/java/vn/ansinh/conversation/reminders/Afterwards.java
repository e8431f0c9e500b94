package vn.ansinh.conversation.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Tap;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Label;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Vietnamese;

/// What the buttons under a reminder do.
final class Afterwards {
  /// A card that is good for longer was renewed already.
  private static final int RENEWABLE_DAYS = 60;

  private final Wording wording;
  private final SignUp signUp;
  private final Finish finish;
  private final Doses doses;
  private final Card card;

  Afterwards(Wording wording, SignUp signUp, Finish finish, Doses doses, Card card) {
    this.wording = wording;
    this.signUp = signUp;
    this.finish = finish;
    this.doses = doses;
    this.card = card;
  }

  Step tapped(Situation situation, Tap tap) {
    ReminderId id = tap.reminder();
    return situation
        .held()
        .wish(id)
        .map(
            wish ->
                switch (tap.action()) {
                  case RENEWED -> renewed(situation, id, wish);
                  case GIVEN -> given(situation, id, wish);
                  case LATER -> later(situation, id, wish);
                  case SHOW -> card.show(situation, id, wish);
                  case FILE -> card.file(situation, id, wish);
                  case END -> endSure(situation, id, wish);
                })
        .orElseGet(finish::gone);
  }

  /// The rest is stopped at once, also when nobody says any more how long the new card is good.
  private Step renewed(Situation situation, ReminderId id, Wish wish) {
    if (!(wish instanceof Wish.Insurance before)) {
      return card.show(situation, id, wish);
    }
    LocalDate today = situation.today();
    if (before.expires().isAfter(today.plusDays(RENEWABLE_DAYS))) {
      return Step.of(
          situation.form(),
          new Message(
              wording.text(Phrase.RENEWED_ALREADY, values(before)), List.of(wording.list())));
    }
    // A card that was renewed late is good for a year from now.
    LocalDate proposed =
        today.isAfter(before.expires())
            ? today.plusYears(1).minusDays(1)
            : before.expires().plusYears(1);
    Wish.Insurance after = new Wish.Insurance(before.name(), proposed, before.people());
    Form form = Form.of(Topic.RENEWED, id, Filled.NOTHING, situation.now()).asking(Field.DATE);
    List<Choice> choices =
        List.of(
            wording.choice(Label.RIGHT, Press.of(Verb.SAVE)),
            wording.choice(Label.OTHER_DAY, Press.of(Verb.FIX, Field.DATE.key())));
    Message message = new Message(wording.text(Phrase.RENEWED_PROPOSED, values(after)), choices);
    return Step.of(form, message, new Act.Change(id, after));
  }

  private static Map<String, String> values(Wish.Insurance card) {
    return Map.of("name", card.name(), "date", Vietnamese.date(card.expires()));
  }

  private Step given(Situation situation, ReminderId id, Wish wish) {
    if (!(wish instanceof Wish.Vaccination child)) {
      return card.show(situation, id, wish);
    }
    if (doses.open(child.child(), situation.today()).isEmpty()) {
      return Step.of(
          situation.form(),
          new Message(
              wording.text(Phrase.GIVEN_NOTHING_OPEN, Map.of("name", child.nickname())),
              List.of(wording.list())));
    }
    Filled filled = Filled.NOTHING.withDoses(doses.dueNow(child.child(), situation.today()), false);
    return signUp.go(situation, Form.of(Topic.GIVEN, id, filled, situation.now()));
  }

  private Step later(Situation situation, ReminderId id, Wish wish) {
    if (wish instanceof Wish.Vaccination) {
      return signUp.go(situation, Form.of(Topic.LATER, id, Filled.NOTHING, situation.now()));
    }
    List<RichText> parts =
        List.of(wording.text(Phrase.LATER_AS_PLANNED), finish.next(situation, wish));
    return Step.of(situation.form(), new Message(RichText.join(parts), List.of(wording.list())));
  }

  private Step endSure(Situation situation, ReminderId id, Wish wish) {
    List<Choice> choices = new ArrayList<>();
    choices.add(wording.choice(Phrase.REMINDER_BUTTON_END, Press.of(Verb.END, id.value())));
    choices.add(wording.choice(Label.KEEP, Press.of(Verb.LIST)));
    return Step.of(
        situation.form(),
        new Message(wording.text(Phrase.END_SURE, Map.of("what", wording.line(wish))), choices));
  }

  /// After the question whether they are sure.
  Step ended(Situation situation, ReminderId id) {
    return situation
        .held()
        .wish(id)
        .map(
            wish ->
                Step.of(
                    null,
                    new Message(
                        wording.text(Phrase.ENDED, Map.of("what", wording.line(wish))),
                        List.of(wording.list())),
                    new Act.End(id)))
        .orElseGet(finish::gone);
  }

  /// Opens what is kept to be changed.
  Step change(Situation situation, ReminderId id) {
    return situation
        .held()
        .wish(id)
        .map(
            wish -> {
              Form form = Form.of(topic(wish), id, filled(wish), situation.now());
              return signUp.again(situation, form, Field.FIX);
            })
        .orElseGet(finish::gone);
  }

  private static Topic topic(Wish wish) {
    return switch (wish.kind()) {
      case INSURANCE -> Topic.INSURANCE;
      case VACCINATION -> Topic.VACCINATION;
      case PAYMENT -> Topic.PAYMENT;
    };
  }

  private static Filled filled(Wish wish) {
    return switch (wish) {
      case Wish.Insurance(String name, LocalDate expires, int people) ->
          Filled.NOTHING.withName(name).withDate(expires).withPeople(people);
      case Wish.Vaccination(String name, var child, var _) ->
          Filled.NOTHING
              .withName(name)
              .withDate(child.born())
              .withGuardian(true)
              .withDoses(Doses.marks(child), true);
      case Wish.Payment(String benefit) -> Filled.NOTHING.withBenefit(benefit);
    };
  }
}
