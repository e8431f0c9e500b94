package vn.ansinh.conversation.reminders;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.calendar.CalendarLink;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.text.Phrase;

/// What each of our own buttons does.
final class Presses {
  private final Wording wording;
  private final SignUp signUp;
  private final Afterwards afterwards;
  private final Matters matters;
  private final CalendarLink link;

  Presses(
      Wording wording, SignUp signUp, Afterwards afterwards, Matters matters, CalendarLink link) {
    this.wording = wording;
    this.signUp = signUp;
    this.afterwards = afterwards;
    this.matters = matters;
    this.link = link;
  }

  Step pressed(Situation situation, Press press) {
    return switch (press.verb()) {
      case LIST -> matters.list(situation);
      case ADD -> press.topic().map(topic -> added(situation, topic, press)).orElseGet(this::gone);
      case CHANGE ->
          press.reminder().map(id -> afterwards.change(situation, id)).orElseGet(this::gone);
      case END -> press.reminder().map(id -> afterwards.ended(situation, id)).orElseGet(this::gone);
      case ERASE ->
          press.value().isEmpty() ? matters.eraseSure(situation) : matters.erased(situation);
      case RESUME -> matters.resume();
      case FEED -> link.pressed(situation, press.value());
      case AGREE, CANCEL, SAVE, FIX, DATE, PEOPLE, GUARDIAN, BENEFIT, DOSE, MARK -> {
        Form form = situation.form();
        yield form == null ? gone() : answered(situation, form, press);
      }
    };
  }

  private Step added(Situation situation, Topic topic, Press press) {
    Filled filled = Filled.NOTHING.withBenefit(known(press.benefit()));
    Form form = Form.of(topic, null, filled, situation.now());
    return signUp.begin(situation, form, Optional.empty());
  }

  private @Nullable String known(@Nullable String benefit) {
    return benefit != null && wording.payments().containsKey(benefit) ? benefit : null;
  }

  /// The button belongs to a form that is finished or given up.
  private Step gone() {
    return Step.of(null, wording.message(Phrase.FORM_GONE, wording.list()));
  }

  private Step answered(Situation situation, Form form, Press press) {
    Filled filled = form.filled();
    return switch (press.verb()) {
      case AGREE -> signUp.agreed(situation, form);
      case CANCEL -> signUp.cancelled();
      case SAVE -> signUp.saved(situation, form);
      case FIX -> signUp.again(situation, form, press.field().orElse(Field.FIX));
      case DATE -> signUp.day(situation, form, press);
      case PEOPLE -> signUp.go(situation, form.with(filled.withPeople(press.number())));
      case GUARDIAN -> signUp.guardian(situation, form, press.value().equals("yes"));
      case BENEFIT -> signUp.go(situation, form.with(filled.withBenefit(known(press.value()))));
      case DOSE -> signUp.dose(situation, form, press);
      case MARK -> signUp.mark(situation, form, press.value());
      case LIST, ADD, CHANGE, END, ERASE, RESUME, FEED -> gone();
    };
  }
}
