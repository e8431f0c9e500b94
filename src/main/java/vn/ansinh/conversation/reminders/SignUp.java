package vn.ansinh.conversation.reminders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Reading;
import vn.ansinh.conversation.forms.Refusal;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.forms.Words;
import vn.ansinh.conversation.meaning.Correction;
import vn.ansinh.delivery.Message;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.vaccination.Dose;
import vn.ansinh.vaccination.DoseRule;

/// Takes a form from step to step: by buttons, by words, in any order.
final class SignUp {
  private static final Pattern NO_DOSES =
      Pattern.compile("(?:chua(?: tiem| chich)?(?: mui)?(?: nao| gi)?|bo qua|khong nho|khong biet)");
  private static final Pattern IN_TIME =
      Pattern.compile(".*\\b(?:dung lich|du(?: lich| mui| het| ca)?|day du|theo lich)\\b.*");
  private static final Pattern DONE = Pattern.compile("(?:xong|het|tat ca|du roi)(?: roi)?(?: a)?");

  /// From so many words on a name may be something else.
  private static final int LONG_NAME = 4;

  private final Wording wording;
  private final Prompts prompts;
  private final Doses doses;
  private final Finish finish;

  SignUp(Wording wording, Prompts prompts, Doses doses, Finish finish) {
    this.wording = wording;
    this.prompts = prompts;
    this.doses = doses;
    this.finish = finish;
  }

  /// Opens a form with what is known already.
  Step begin(Situation situation, Form form) {
    boolean isFull = situation.held().standing().size() >= Held.MOST && form.of() == null;
    return isFull
        ? Step.of(null, wording.message(Phrase.REMIND_FULL, wording.list()))
        : go(situation, form);
  }

  /// On to the next step; to the end where nothing is left to ask.
  Step go(Situation situation, Form form) {
    Form touched = form.touched(situation.now());
    if (form.topic().signsUp() && !finish.version().equals(situation.held().consent())) {
      return ask(situation, touched.asking(Field.CONSENT));
    }
    Field next = form.next();
    return next == Field.CHECK && !form.topic().signsUp()
        ? finish.save(situation, touched)
        : ask(situation, touched.asking(next));
  }

  private Step ask(Situation situation, Form form) {
    return Step.of(form, prompts.ask(situation, form));
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
    return ask(
        situation, isBirth ? empty.with(empty.filled().withDoses(Set.of(), false)) : empty);
  }

  Step agreed(Situation situation, Form form) {
    String version = finish.version();
    Held held = situation.held();
    Situation agreed =
        new Situation(form, new Held(held.standing(), version, held.stopped()), situation.now());
    Step step = go(agreed, form);
    return new Step(
        step.form(), step.message(), List.of(new Act.Consent(version, false)), false);
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
    boolean mayKeep =
        !form.topic().signsUp() || finish.version().equals(situation.held().consent());
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
        prompts.markable(situation, form).stream()
            .map(DoseRule::dose)
            .filter(press::isOf)
            .findFirst();
    Form changed =
        dose.map(each -> form.with(form.filled().toggled(each))).orElse(form)
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

  private Step refused(Situation situation, Form form, Refusal refusal) {
    Form again = form.touched(situation.now()).again(refusal.field());
    Message prompt = prompts.ask(situation, again);
    RichText reason = wording.text(refusal.phrase(), refusal.values());
    return Step.of(
        again, new Message(RichText.join(List.of(reason, prompt.text())), prompt.choices()));
  }

  /// @param text NFC
  Heard heard(Situation situation, Form form, String text) {
    Words words = Words.of(text);
    Optional<Step> order = order(situation, form, words).or(() -> button(situation, form, words));
    if (order.isPresent()) {
      return new Heard.Taken(order.get());
    }
    if (words.asks()) {
      return new Heard.Passed();
    }
    boolean isOpen = form.asked() != Field.CONSENT && form.asked() != Field.GUARDIAN;
    Optional<String> corrected = Correction.rest(text).filter(rest -> !rest.isEmpty());
    Words said = corrected.map(Words::of).orElse(words);
    Reading reading = Reading.of(form, said, situation.today());
    if (!reading.says(form) && corrected.isPresent()) {
      reading = Reading.of(form.asking(form.previous()), said, situation.today());
    }
    if (isOpen && reading.says(form)) {
      Step step = read(situation, form, reading);
      boolean isLong = form.asked() == Field.NAME && said.count() >= LONG_NAME;
      return isLong ? new Heard.Doubtful(step) : new Heard.Taken(step);
    }
    Phrase why = form.asked() == Field.DATE ? Phrase.DATE_NOT_UNDERSTOOD : Phrase.NOT_AN_ANSWER;
    return new Heard.Doubtful(refused(situation, form, new Refusal(form.asked(), why, Map.of())));
  }

  private Step read(Situation situation, Form form, Reading reading) {
    Form filled = form.with(reading.filled());
    return reading
        .refused()
        .map(refusal -> refused(situation, filled, refusal))
        .orElseGet(() -> go(situation, filled));
  }

  /// Stop, back, another answer.
  private Optional<Step> order(Situation situation, Form form, Words words) {
    if (words.cancels()) {
      return Optional.of(cancelled());
    }
    Optional<Field> change = words.toChange(form.topic());
    if (change.isPresent()) {
      return Optional.of(again(situation, form, change.get()));
    }
    if (words.isWrong()) {
      Field field = form.asked() == Field.CHECK ? Field.FIX : form.previous();
      return Optional.of(again(situation, form, field));
    }
    return Optional.empty();
  }

  /// Words that say what a button of this step says.
  private Optional<Step> button(Situation situation, Form form, Words words) {
    boolean yes = words.isYes();
    boolean no = words.isNo();
    return switch (form.asked()) {
      case CONSENT ->
          either(yes, () -> agreed(situation, form)).or(() -> either(no, this::cancelled));
      case GUARDIAN -> either(yes || no, () -> guardian(situation, form, yes));
      case CHECK ->
          either(yes, () -> saved(situation, form))
              .or(() -> either(no, () -> again(situation, form, Field.FIX)));
      case FIX -> words.named(form.topic()).map(field -> again(situation, form, field));
      case DOSES -> marked(words).map(how -> mark(situation, form, how));
      case BENEFIT ->
          wording
              .benefitIn(words)
              .map(id -> go(situation, form.with(form.filled().withBenefit(id))));
      case DATE ->
          either(yes && form.topic() == Topic.RENEWED, () -> saved(situation, form));
      case NAME, PEOPLE -> Optional.empty();
    };
  }

  private static Optional<Step> either(boolean is, Supplier<Step> step) {
    return is ? Optional.of(step.get()) : Optional.empty();
  }

  private static Optional<String> marked(Words words) {
    String plain = words.folded().strip();
    if (NO_DOSES.matcher(plain).matches()) {
      return Optional.of("none");
    }
    if (DONE.matcher(plain).matches()) {
      return Optional.of("done");
    }
    return IN_TIME.matcher(plain).matches() ? Optional.of("due") : Optional.empty();
  }
}
