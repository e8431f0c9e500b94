package vn.ansinh.conversation.asking;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.conversation.forms.Words;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.AskTap;
import vn.ansinh.inbox.Asked;
import vn.ansinh.inbox.Exchange;
import vn.ansinh.inbox.InboxSettings;
import vn.ansinh.inbox.Promise;
import vn.ansinh.text.Inbox;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;

/// Where a question is handed to the officers; pure: what was asked and what is said give what to
/// say and what to do. Nothing is handed over before the citizen has seen what it would be.
public final class AskDesk {
  /// So long what is typed belongs to the question that was about to be handed over.
  private static final Duration MEMORY = Duration.ofMinutes(30);

  private final AskWords words;
  private final InboxSettings settings;
  private final WorkingDays working;

  public AskDesk(Phrases phrases, InboxSettings settings, WorkingDays working) {
    this.words = new AskWords(phrases);
    this.settings = settings;
    this.working = working;
  }

  /// One that knows no holidays: for who cannot ask the officers.
  public static AskDesk withoutDays(Phrases phrases) {
    return new AskDesk(phrases, InboxSettings.DEFAULT, new WorkingDays(Holidays.NONE));
  }

  /// The button under an answer, or under a refusal.
  ///
  /// @param about `<entry>:<facet>` of the answer; empty under a refusal
  public Choice button(String about) {
    return words.choice(new AskTap.Open(about.isEmpty() ? "" : "e:" + about));
  }

  /// What a tapped button says; empty for a button that is about something else.
  public Optional<String> label(String data) {
    return AskTap.parse(data).map(words::label);
  }

  /// Empty for a button that is about something else.
  public Optional<Step> tapped(Citizen citizen, Instant now, String data) {
    return AskTap.parse(data)
        .map(tap -> citizen.inGroup() ? words.say(Inbox.IN_PRIVATE) : tapped(citizen, now, tap));
  }

  private Step tapped(Citizen citizen, Instant now, AskTap tap) {
    return switch (tap) {
      case AskTap.Open _ -> opened(asked(citizen), now);
      case AskTap.More _ -> written(asked(citizen), now);
      case AskTap.Send(long delivery) -> sent(citizen, delivery, "", now);
      case AskTap.Cancel _ -> words.say(Inbox.NOTHING_SENT);
      case AskTap.Clear _ -> clear(citizen);
      case AskTap.Withdraw _ ->
          asked(citizen).open() == null ? words.say(Inbox.NONE_OPEN) : ended(Inbox.WITHDRAWN);
    };
  }

  /// What a text is to the officers; empty for one that is not for them.
  ///
  /// @param offered the choices of the last reply
  /// @param text NFC
  public Optional<Step> heard(Citizen citizen, Instant now, List<Choice> offered, String text) {
    if (citizen.asked() == null) {
      return Optional.empty();
    }
    Optional<AskTap.Cancel> pending = citizen.inGroup() ? Optional.empty() : pending(offered, now);
    if (pending.isPresent()) {
      return Optional.of(told(citizen, now, pending.get().delivery(), text));
    }
    return Calling.isFor(text)
        ? Optional.of(citizen.inGroup() ? words.say(Inbox.IN_PRIVATE) : opened(asked(citizen), now))
        : Optional.empty();
  }

  private static Optional<AskTap.Cancel> pending(List<Choice> offered, Instant now) {
    return offered.stream()
        .flatMap(each -> AskTap.parse(each.data()).stream())
        .filter(AskTap.Cancel.class::isInstance)
        .map(AskTap.Cancel.class::cast)
        .filter(cancel -> now.isBefore(cancel.at().plus(MEMORY)))
        .findFirst();
  }

  private Step told(Citizen citizen, Instant now, long delivery, String text) {
    Words said = Words.of(text);
    if (said.cancels() || said.isNo()) {
      return words.say(Inbox.NOTHING_SENT);
    }
    boolean isSend = delivery != 0 && (said.isYes() || Calling.sends(text));
    return sent(citizen, delivery, isSend ? "" : text, now);
  }

  /// Shows what would be handed over.
  private Step opened(Asked asked, Instant now) {
    Exchange about = asked.about();
    if (about == null) {
      return written(asked, now);
    }
    String answer = AskWords.excerpt(about.answer());
    if (about.question().isEmpty()) {
      return prompt(
          asked, words.text(Inbox.CONFIRM_ANSWER, Map.of("answer", answer)), about.delivery(), now);
    }
    Map<String, String> values =
        Map.of("question", AskWords.excerpt(about.question()), "answer", answer);
    return prompt(asked, words.text(Inbox.CONFIRM, values), about.delivery(), now);
  }

  /// Asks for words.
  private Step written(Asked asked, Instant now) {
    return prompt(asked, words.text(Inbox.WRITE, Map.of()), 0, now);
  }

  private Step prompt(Asked asked, RichText text, long delivery, Instant now) {
    boolean joins = asked.open() != null;
    List<Choice> choices = new ArrayList<>();
    if (delivery != 0) {
      choices.add(words.choice(new AskTap.Send(delivery)));
    }
    choices.add(words.choice(new AskTap.Cancel(delivery, now)));
    RichText whole = joins ? text.plus(words.text(Inbox.JOINS, Map.of())) : text;
    return Step.of(null, new Message(whole, choices));
  }

  private Step sent(Citizen citizen, long delivery, String added, Instant now) {
    Asked asked = asked(citizen);
    if (added.isEmpty() && asked.about() == null) {
      // What the button would hand over has had its time.
      return written(asked, now);
    }
    Asked.Open open = asked.open();
    Promise promise = settings.promise(now, working);
    Instant until =
        open == null
            ? promise.answer()
            : Objects.requireNonNullElse(open.promised(), promise.answer());
    List<RichText> parts = new ArrayList<>();
    parts.add(
        words.text(
            open == null ? Inbox.SENT : Inbox.SENT_MORE, AskWords.when(until, settings.hours())));
    if (!citizen.mayBeWrittenTo()) {
      parts.add(words.text(Inbox.SENT_WEB, Map.of()));
    }
    Choice withdraw = words.choice(new AskTap.Withdraw());
    return Step.of(
        null,
        new Message(RichText.join(parts), List.of(withdraw)),
        new Act.Ask(delivery, added, promise));
  }

  /// An answer that is clear ends no other question that was asked since.
  private Step clear(Citizen citizen) {
    Asked.Open open = asked(citizen).open();
    return open == null || open.promised() != null ? words.say(Inbox.CLEAR) : ended(Inbox.CLEAR);
  }

  private Step ended(Inbox what) {
    return Step.of(null, new Message(words.text(what, Map.of()), List.of()), new Act.EndCase());
  }

  private static Asked asked(Citizen citizen) {
    var asked = citizen.asked();
    return asked == null ? Asked.NOTHING : asked.get();
  }
}
