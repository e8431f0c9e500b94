package vn.ansinh.conversation.reminders;

import java.util.Optional;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.conversation.calendar.CalendarLink;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.forms.Opening.Matter;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Reading;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.joining.JoinDesk;
import vn.ansinh.conversation.profile.ProfileDesk;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.conversation.standing.Heard;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Tap;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.text.Phrase;

/// Where everything about reminders is heard; pure: what is held and what is said give what to say,
/// what to ask next and what to do.
public final class Desk {
  private final Wording wording;
  private final Prompts prompts;
  private final SignUp signUp;
  private final Listening listening;
  private final Afterwards afterwards;
  private final Matters matters;
  private final Presses presses;
  private final Offers offers;
  private final ProfileDesk profiles;
  private final JoinDesk joining;

  public Desk(KnowledgeBase base, Rules rules) {
    Calendars calendars = rules.calendars();
    this.wording = new Wording(base.phrases(), calendars.payments(), calendars.schedule());
    Doses doses = new Doses(calendars.schedule());
    Buttons buttons = new Buttons(wording, doses, rules.planner());
    this.prompts = new Prompts(wording, buttons);
    Finish finish = new Finish(wording, rules);
    this.signUp = new SignUp(wording, prompts, buttons, doses, finish);
    this.listening = new Listening(wording, signUp);
    Card card = new Card(wording, finish, rules);
    this.afterwards = new Afterwards(wording, signUp, finish, doses, card);
    CalendarLink link = new CalendarLink(wording, rules.feeds());
    this.profiles = new ProfileDesk(base);
    this.joining = new JoinDesk(wording);
    this.matters = new Matters(wording, link, profiles, joining);
    this.presses = new Presses(wording, signUp, afterwards, matters, link);
    this.offers = new Offers(wording);
  }

  /// One that knows no days: for who cannot be reminded.
  public static Desk withoutDays(KnowledgeBase base) {
    return new Desk(
        base,
        new Rules(
            new Planner(Calendars.NONE, QuietHours.USUAL),
            new ReminderTexts(base, Calendars.NONE),
            Calendars.NONE));
  }

  /// Whether a button's data is for here.
  public static boolean knows(String data) {
    return Press.parse(data).isPresent()
        || Tap.parse(data).isPresent()
        || ProfileDesk.knows(data)
        || JoinDesk.knows(data);
  }

  /// What a button is about, for which [#knows] is true.
  public static Matter matter(String data) {
    return ProfileDesk.knows(data)
        ? Matter.PROFILE
        : JoinDesk.knows(data) ? Matter.JOIN : Matter.LIST;
  }

  /// Whether it is the button that erases everything.
  public static boolean erases(String data) {
    return Press.parse(data).filter(press -> press.verb() == Press.Verb.ERASE).isPresent();
  }

  /// The button that belongs under an answer about an entitlement.
  public Optional<Choice> offer(EntitlementId entitlement) {
    return offers.of(entitlement);
  }

  /// What is said where nobody can be written to first, or in a group, where what is kept would be
  /// everybody's.
  public Step elsewhere(Matter matter, boolean inGroup) {
    return switch (matter) {
      case PROFILE -> profiles.elsewhere(inGroup);
      case JOIN, CHANNEL, PART -> joining.elsewhere(inGroup);
      case LIST, ADD, DATA, ERASE, STOP, RESUME ->
          Step.of(
              null, wording.message(inGroup ? Phrase.REMIND_IN_PRIVATE : Phrase.REMIND_ELSEWHERE));
    };
  }

  /// What the open form asks, once more.
  public Message again(Situation situation, Form form) {
    return prompts.ask(situation, form);
  }

  public Step opened(Situation situation, Opening opening) {
    Topic topic = opening.topic();
    return switch (opening.matter()) {
      case LIST -> matters.list(situation);
      case ADD -> topic == null ? matters.list(situation) : begun(situation, topic, opening);
      case DATA -> matters.data(situation);
      case ERASE -> matters.eraseSure(situation);
      case STOP -> matters.stop(situation);
      case RESUME -> matters.resume();
      case PROFILE -> profiles.opened(situation);
      case JOIN -> joining.opened(situation, Opening.code(opening.words(), true));
      case CHANNEL -> joining.channel(situation);
      case PART -> joining.part(situation);
    };
  }

  private Step begun(Situation situation, Topic topic, Opening opening) {
    Form form = Form.of(topic, null, Filled.NOTHING, situation.now());
    Reading reading = Reading.of(form, opening.words(), situation.today());
    Filled filled = reading.filled();
    if (topic == Topic.PAYMENT) {
      filled = filled.withBenefit(wording.benefitIn(opening.words()).orElse(null));
    }
    return signUp.begin(situation, form.with(filled), reading.refused());
  }

  /// @param text NFC
  public Heard heard(Situation situation, Form form, String text) {
    return listening.heard(situation, form, text);
  }

  /// @param data for which [#knows] is true
  public Step tapped(Situation situation, String data) {
    if (ProfileDesk.knows(data)) {
      return profiles.tapped(situation, data);
    }
    if (JoinDesk.knows(data)) {
      return joining.tapped(situation, data);
    }
    Optional<Tap> tap = Tap.parse(data);
    return tap.isPresent()
        ? afterwards.tapped(situation, tap.get())
        : presses.pressed(situation, Press.parse(data).orElseThrow());
  }
}
