package vn.ansinh.conversation.reminders;

import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.calendar.CalendarLink;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.joining.JoinDesk;
import vn.ansinh.conversation.profile.ProfileDesk;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.reminder.Tap;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Inbox;
import vn.ansinh.text.Joining;
import vn.ansinh.text.Label;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Child;

/// What a citizen may ask of everything that is held of them: to see it, to have it erased, to be
/// left in peace.
final class Matters {
  private final Wording wording;
  private final CalendarLink link;
  private final ProfileDesk profiles;
  private final JoinDesk joining;

  Matters(Wording wording, CalendarLink link, ProfileDesk profiles, JoinDesk joining) {
    this.wording = wording;
    this.link = link;
    this.profiles = profiles;
    this.joining = joining;
  }

  /// The standing reminders, and what can be added.
  Step list(Situation situation) {
    Held held = situation.held();
    List<RichText> parts = new ArrayList<>();
    parts.add(
        held.standing().isEmpty()
            ? wording.text(Phrase.REMIND_LIST_EMPTY)
            : wording.text(Phrase.REMIND_LIST, Map.of("lines", lines(held))));
    if (held.stopped()) {
      parts.add(wording.text(Phrase.REMIND_STOPPED));
    }
    joining.of(situation, Joining.BOTH).ifPresent(parts::add);
    List<Choice> choices = new ArrayList<>();
    held.standing().forEach(each -> choices.add(show(each)));
    choices.add(add(Label.ADD_INSURANCE, Topic.INSURANCE));
    choices.add(add(Label.ADD_VACCINATION, Topic.VACCINATION));
    if (!wording.payments().isEmpty()) {
      choices.add(add(Label.ADD_PAYMENT, Topic.PAYMENT));
    }
    link.offer(held).ifPresent(choices::add);
    return Step.of(null, new Message(RichText.join(parts), choices));
  }

  private Choice show(Held.Standing standing) {
    return new Choice(
        wording.label(standing.wish()), new Tap(Tap.Action.SHOW, standing.id()).data());
  }

  private Choice add(Label label, Topic topic) {
    return wording.choice(label, Press.of(Verb.ADD, topic.key()));
  }

  private String lines(Held held) {
    return held.standing().stream()
        .map(each -> "- " + wording.line(each.wish()))
        .collect(Collectors.joining("\n"));
  }

  /// Everything held, as text; the file goes with it where the channel takes files.
  Step data(Situation situation) {
    Held held = situation.held();
    List<RichText> parts = new ArrayList<>(List.of(wording.text(Phrase.DATA_LEAD)));
    if (!held.standing().isEmpty()) {
      parts.add(wording.text(Phrase.DATA_REMINDERS, Map.of("lines", lines(held))));
      held.standing().forEach(each -> details(each.wish(), parts));
    }
    parts.add(consent(held.consent()));
    profiles.data(held).ifPresent(parts::add);
    if (!held.cases().isEmpty()) {
      parts.add(cases(held.cases()));
    }
    if (held.feed().isOpen()) {
      parts.add(wording.text(Saying.Calendar.LINK_HELD, Map.of()));
    }
    if (held.stopped()) {
      parts.add(wording.text(Phrase.REMIND_STOPPED));
    }
    joining.of(situation, Joining.BOTH).ifPresent(parts::add);
    parts.add(wording.text(Phrase.DATA_REST));
    Choice erase = wording.choice(Label.ERASE, Press.of(Verb.ERASE));
    return Step.of(
        situation.form(), new Message(RichText.join(parts), List.of(erase)), new Act.Export());
  }

  private RichText consent(Held.@Nullable Consent given) {
    if (given == null) {
      return wording.text(Phrase.DATA_NO_CONSENT);
    }
    ZonedDateTime at = given.at().atZone(VietnamTime.ZONE);
    return wording.text(
        Phrase.DATA_CONSENT,
        Map.of(
            "version", given.version(),
            "time", at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
            "date", Vietnamese.date(at.toLocalDate())));
  }

  private RichText cases(List<Cases.Kept> cases) {
    String lines =
        cases.stream()
            .map(
                each ->
                    "- "
                        + wording.words(
                            Inbox.DATA_LINE,
                            Map.of(
                                "number", String.valueOf(each.number()),
                                "date",
                                    Vietnamese.date(
                                        LocalDate.ofInstant(each.opened(), VietnamTime.ZONE)),
                                "state", wording.words(state(each), Map.of()))))
            .collect(Collectors.joining("\n"));
    return wording.text(Inbox.DATA, Map.of("lines", lines));
  }

  private static Inbox state(Cases.Kept kept) {
    return switch (kept.state()) {
      case WAITING, CLAIMED -> Inbox.STATE_WAITING;
      case ANSWERED -> Inbox.STATE_ANSWERED;
      case CLOSED -> Inbox.STATE_CLOSED;
    };
  }

  /// What a line leaves out.
  private void details(Wish wish, List<RichText> parts) {
    switch (wish) {
      case Wish.Insurance(String name, var _, int people) ->
          parts.add(
              wording.text(
                  Phrase.DATA_INSURANCE, Map.of("name", name, "people", String.valueOf(people))));
      case Wish.Vaccination(String name, var child, var _) when !child.given().isEmpty() ->
          parts.add(
              wording.text(
                  Phrase.DATA_DOSES,
                  Map.of(
                      "name",
                      name,
                      "doses",
                      child.given().stream()
                          .map(
                              given -> "- %s: %s".formatted(wording.dose(given.dose()), day(given)))
                          .collect(Collectors.joining("\n")))));
      case Wish.Vaccination _, Wish.Payment _ -> {}
    }
  }

  private String day(Child.Given given) {
    return given.dayKnown()
        ? Vietnamese.date(given.day())
        : wording.words(Saying.Day.NOT_KNOWN, Map.of("assumed", Vietnamese.date(given.day())));
  }

  Step eraseSure(Situation situation) {
    return Step.of(
        situation.form(),
        said(
            situation,
            Phrase.ERASE_SURE,
            Joining.ERASE_SURE,
            wording.choice(Label.ERASE_ALL, Press.of(Verb.ERASE, "all")),
            wording.choice(Label.KEEP, Press.of(Verb.LIST))));
  }

  Step erased(Situation situation) {
    return Step.of(null, said(situation, Phrase.ERASED, Joining.ERASED), new Act.Erase());
  }

  Step stop(Situation situation) {
    return Step.of(
        null,
        said(
            situation,
            Phrase.STOPPED,
            Joining.SILENT,
            wording.choice(Label.RESUME, Press.of(Verb.RESUME))),
        new Act.Stop());
  }

  /// And what it means for the citizen's other chat.
  private Message said(Situation situation, Phrase phrase, Joining ofBoth, Choice... choices) {
    List<RichText> parts = new ArrayList<>(List.of(wording.text(phrase)));
    joining.of(situation, ofBoth).ifPresent(parts::add);
    return new Message(RichText.join(parts), List.of(choices));
  }

  Step resume() {
    return Step.of(null, wording.message(Phrase.RESUMED, wording.list()), new Act.Resume());
  }
}
