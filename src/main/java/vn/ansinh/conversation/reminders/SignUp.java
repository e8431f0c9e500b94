package vn.ansinh.conversation.reminders;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Refusal;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Message;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseRule;

/// Takes a form from step to step.
final class SignUp {
  private final Wording wording;
  private final Prompts prompts;
  private final Buttons buttons;
  private final Doses doses;
  private final Finish finish;

  SignUp(Wording wording, Prompts prompts, Buttons buttons, Doses doses, Finish finish) {
    this.wording = wording;
    this.prompts = prompts;
    this.buttons = buttons;
    this.doses = doses;
    this.finish = finish;
  }

  /// Opens a form with what is known already.
  ///
  /// @param refused what was said already and is not taken
  Step begin(Situation situation, Form form, Optional<Refusal> refused) {
    boolean isFull = situation.held().standing().size() >= Held.MOST && form.of() == null;
    if (isFull) {
      return Step.of(null, wording.message(Phrase.REMIND_FULL, wording.list()));
    }
    if (refused.isEmpty()) {
      return go(situation, form);
    }
    if (situation.held().hasAgreedTo(finish.version())) {
      return refused(situation, form, refused.get());
    }
    Step consent = go(situation, form);
    return Step.of(consent.form(), explained(situation, refused.get(), consent.message()));
  }

  /// On to the next step; to the end where nothing is left to ask.
  Step go(Situation situation, Form form) {
    Form touched = form.touched(situation.now());
    if (form.topic().signsUp() && !situation.held().hasAgreedTo(finish.version())) {
      return ask(situation, touched.asking(Field.CONSENT));
    }
    if (isBeforeBirth(situation, form)) {
      return refused(situation, form, new Refusal(Field.DATE, Phrase.GIVEN_BEFORE_BIRTH, Map.of()));
    }
    Field next = form.next();
    return next == Field.CHECK && !form.topic().signsUp()
        ? finish.save(situation, touched)
        : ask(situation, touched.asking(next));
  }

  private static boolean isBeforeBirth(Situation situation, Form form) {
    LocalDate given = form.filled().date();
    return form.topic() == Topic.GIVEN
        && given != null
        && situation.held().wish(form.of()).orElse(null) instanceof Wish.Vaccination child
        && given.isBefore(child.child().born());
  }

  private Step ask(Situation situation, Form form) {
    Message prompt = prompts.ask(situation, form);
    LocalDate expires = form.filled().date();
    boolean isWhole = form.asked() == Field.CHECK && form.topic() == Topic.INSURANCE;
    if (!isWhole || expires == null) {
      return Step.of(form, prompt);
    }
    RichText text = prompt.text().plus(finish.gap(expires, situation.today()));
    return Step.of(form, new Message(text, prompt.choices()));
  }

  Step cancelled() {
    return Step.of(null, wording.message(Phrase.CANCELLED, wording.list()));
  }

  /// Asks again for one answer, or which it is to be.
  Step again(Situation situation, Form form, Field field) {
    Form touched = form.touched(situation.now());
    if (field == Field.FIX && form.topic().fields().size() > 1) {
      return ask(situation, touched.asking(Field.FIX));
    }
    Field only = field == Field.FIX ? form.topic().fields().getFirst() : field;
    Form empty = touched.again(only);
    // The doses that a child can have had depend on its birth.
    boolean isBirth = only == Field.DATE && form.topic() == Topic.VACCINATION && form.of() == null;
    return ask(situation, isBirth ? empty.with(empty.filled().withDoses(Set.of(), false)) : empty);
  }

  Step agreed(Situation situation, Form form) {
    String version = finish.version();
    Held held = situation.held();
    Situation agreed =
        new Situation(
            form, held.agreed(version, situation.now()), situation.now(), situation.joins());
    Step step = go(agreed, form);
    return new Step(step.form(), step.message(), List.of(new Act.Consent(version, false)), false);
  }

  /// A day by its button.
  Step day(Situation situation, Form form, Press press) {
    return press
        .day()
        .map(day -> go(situation, form.with(form.filled().withDate(day))))
        .orElseGet(() -> go(situation, form));
  }

  /// Everything was seen and found right; what is still missing is asked.
  Step saved(Situation situation, Form form) {
    boolean isWhole = form.topic() == Topic.RENEWED || form.next() == Field.CHECK;
    boolean mayKeep = !form.topic().signsUp() || situation.held().hasAgreedTo(finish.version());
    return isWhole && mayKeep ? finish.save(situation, form) : go(situation, form);
  }

  Step guardian(Situation situation, Form form, boolean is) {
    return is
        ? go(situation, form.with(form.filled().withGuardian(true)))
        : Step.of(null, wording.message(Phrase.NO_GUARDIAN, wording.list()));
  }

  /// A dose's mark was changed.
  Step dose(Situation situation, Form form, Press press) {
    Optional<Dose> dose =
        buttons.markable(situation, form).stream()
            .map(DoseRule::dose)
            .filter(press::isOf)
            .findFirst();
    Form changed =
        dose.map(each -> form.with(form.filled().toggled(each)))
            .orElse(form)
            .asking(Field.DOSES)
            .touched(situation.now());
    return new Step(changed, prompts.mark(situation, changed), List.of(), true);
  }

  /// `none`, `due`, `some`, `done`.
  Step mark(Situation situation, Form form, String how) {
    Filled filled = form.filled();
    return switch (how) {
      case "none" -> go(situation, form.with(filled.withDoses(Set.of(), true)));
      case "due" -> go(situation, form.with(filled.withDoses(due(situation, form), true)));
      case "done" ->
          form.topic() == Topic.GIVEN && filled.doses().isEmpty()
              ? refused(situation, form, new Refusal(Field.DOSES, Phrase.GIVEN_NONE, Map.of()))
              : go(situation, form.with(filled.withDoses(filled.doses(), true)));
      default -> {
        Form marking = form.asking(Field.DOSES).touched(situation.now());
        yield new Step(marking, prompts.mark(situation, marking), List.of(), true);
      }
    };
  }

  private Set<Dose> due(Situation situation, Form form) {
    return form.filled().date() == null
        ? Set.of()
        : doses.due(form.filled().date(), situation.today());
  }

  /// Says why an answer is not taken, and asks again.
  Step refused(Situation situation, Form form, Refusal refusal) {
    Form again = form.touched(situation.now()).again(refusal.field());
    return Step.of(again, explained(situation, refusal, prompts.ask(situation, again)));
  }

  private Message explained(Situation situation, Refusal refusal, Message prompt) {
    RichText reason = finish.reason(refusal, situation.today());
    return new Message(RichText.join(List.of(reason, prompt.text())), prompt.choices());
  }
}
