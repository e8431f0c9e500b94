package vn.ansinh.conversation.reminders;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Reading;
import vn.ansinh.conversation.forms.Refusal;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.forms.Words;
import vn.ansinh.conversation.meaning.Correction;
import vn.ansinh.conversation.standing.Heard;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.text.Phrase;

/// What a typed text is to an open form: an answer, a correction, a farewell, or something else.
final class Listening {
  private static final Pattern NO_DOSES =
      Pattern.compile(
          "(?:chua(?: tiem| chich)?(?: mui)?(?: nao| gi)?|bo qua|khong nho|khong biet)");
  private static final Pattern IN_TIME =
      Pattern.compile(".*\\b(?:dung lich|du(?: lich| mui| het| ca)?|day du|theo lich)\\b.*");
  private static final Pattern DONE = Pattern.compile("(?:xong|het|tat ca|du roi)(?: roi)?(?: a)?");

  /// From so many words on a name may be something else.
  private static final int LONG_NAME = 4;

  private final Wording wording;
  private final SignUp signUp;

  Listening(Wording wording, SignUp signUp) {
    this.wording = wording;
    this.signUp = signUp;
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
      boolean isLong =
          said.count() >= LONG_NAME
              && reading.filled().withName(null).equals(form.filled().withName(null));
      return isLong ? new Heard.Doubtful(step) : new Heard.Taken(step);
    }
    Phrase why = form.asked() == Field.DATE ? Phrase.DATE_NOT_UNDERSTOOD : Phrase.NOT_AN_ANSWER;
    return new Heard.Doubtful(
        signUp.refused(situation, form, new Refusal(form.asked(), why, Map.of())));
  }

  private Step read(Situation situation, Form form, Reading reading) {
    Form filled = form.with(reading.filled());
    return reading
        .refused()
        .map(refusal -> signUp.refused(situation, filled, refusal))
        .orElseGet(() -> signUp.go(situation, filled));
  }

  /// Stop, back, another answer.
  private Optional<Step> order(Situation situation, Form form, Words words) {
    if (form.asked() == Field.NAME && words.isName()) {
      return Optional.empty();
    }
    if (words.cancels()) {
      return Optional.of(signUp.cancelled());
    }
    Optional<Field> change = words.toChange(form.topic());
    if (change.isPresent()) {
      return Optional.of(signUp.again(situation, form, change.get()));
    }
    if (words.isWrong()) {
      Field field = form.asked() == Field.CHECK ? Field.FIX : form.previous();
      return Optional.of(signUp.again(situation, form, field));
    }
    return Optional.empty();
  }

  /// Words that say what a button of this step says.
  private Optional<Step> button(Situation situation, Form form, Words words) {
    boolean yes = words.isYes();
    boolean no = words.isNo();
    return switch (form.asked()) {
      case CONSENT ->
          either(yes, () -> signUp.agreed(situation, form)).or(() -> either(no, signUp::cancelled));
      case GUARDIAN -> either(yes || no, () -> signUp.guardian(situation, form, yes));
      case CHECK ->
          either(yes, () -> signUp.saved(situation, form))
              .or(() -> either(no, () -> signUp.again(situation, form, Field.FIX)));
      case FIX -> words.named(form.topic()).map(field -> signUp.again(situation, form, field));
      case DOSES -> marked(words).map(how -> signUp.mark(situation, form, how));
      case BENEFIT ->
          wording
              .benefitIn(words)
              .map(id -> signUp.go(situation, form.with(form.filled().withBenefit(id))));
      case DATE ->
          either(yes && form.topic() == Topic.RENEWED, () -> signUp.saved(situation, form));
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
