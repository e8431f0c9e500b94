package vn.ansinh.conversation.asking;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.VietnamTime;
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
import vn.ansinh.text.Vietnamese;

/// Where a question is handed to the officers; pure: what was asked and what is said give what to
/// say and what to do. Nothing is handed over before the citizen has seen what it would be.
public final class AskDesk {
  /// So long what is typed belongs to the question that was about to be handed over.
  private static final Duration MEMORY = Duration.ofMinutes(30);

  private static final int EXCERPT = 200;

  private final Phrases phrases;
  private final InboxSettings settings;
  private final WorkingDays working;

  public AskDesk(Phrases phrases, InboxSettings settings, WorkingDays working) {
    this.phrases = phrases;
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
    return choice(new AskTap.Open(about.isEmpty() ? "" : "e:" + about), Inbox.BUTTON_ASK);
  }

  /// What a tapped button says; empty for a button that is about something else.
  public Optional<String> label(String data) {
    return AskTap.parse(data)
        .map(
            tap ->
                switch (tap) {
                  case AskTap.Open _ -> Inbox.BUTTON_ASK;
                  case AskTap.Send _ -> Inbox.BUTTON_SEND;
                  case AskTap.Cancel _ -> Inbox.BUTTON_CANCEL;
                  case AskTap.More _ -> Inbox.BUTTON_MORE;
                  case AskTap.Clear _ -> Inbox.BUTTON_CLEAR;
                  case AskTap.Withdraw _ -> Inbox.BUTTON_WITHDRAW;
                })
        .map(label -> phrases.words(label, Map.of()).strip());
  }

  /// Empty for a button that is about something else.
  public Optional<Step> tapped(Citizen citizen, Instant now, String data) {
    return AskTap.parse(data)
        .map(tap -> citizen.inGroup() ? say(Inbox.IN_PRIVATE) : tapped(citizen, now, tap));
  }

  private Step tapped(Citizen citizen, Instant now, AskTap tap) {
    return switch (tap) {
      case AskTap.Open _ -> opened(asked(citizen), now);
      case AskTap.More _ -> written(asked(citizen), now);
      case AskTap.Send(long delivery) -> sent(citizen, delivery, "", now);
      case AskTap.Cancel _ -> say(Inbox.NOTHING_SENT);
      case AskTap.Clear _ -> ended(citizen, Inbox.CLEAR, Inbox.CLEAR);
      case AskTap.Withdraw _ -> ended(citizen, Inbox.WITHDRAWN, Inbox.NONE_OPEN);
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
        ? Optional.of(citizen.inGroup() ? say(Inbox.IN_PRIVATE) : opened(asked(citizen), now))
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
    Words words = Words.of(text);
    if (words.cancels() || words.isNo()) {
      return say(Inbox.NOTHING_SENT);
    }
    boolean isSend = delivery != 0 && (words.isYes() || Calling.sends(text));
    return sent(citizen, delivery, isSend ? "" : text, now);
  }

  /// Shows what would be handed over.
  private Step opened(Asked asked, Instant now) {
    Exchange about = asked.about();
    if (about == null) {
      return written(asked, now);
    }
    String answer = excerpt(about.answer());
    if (about.question().isEmpty()) {
      return prompt(
          asked, text(Inbox.CONFIRM_ANSWER, Map.of("answer", answer)), about.delivery(), now);
    }
    Map<String, String> values = Map.of("question", excerpt(about.question()), "answer", answer);
    return prompt(asked, text(Inbox.CONFIRM, values), about.delivery(), now);
  }

  /// Asks for words.
  private Step written(Asked asked, Instant now) {
    return prompt(asked, text(Inbox.WRITE, Map.of()), 0, now);
  }

  private Step prompt(Asked asked, RichText text, long delivery, Instant now) {
    boolean joins = asked.open() != null;
    List<Choice> choices = new ArrayList<>();
    if (delivery != 0) {
      choices.add(choice(new AskTap.Send(delivery), Inbox.BUTTON_SEND));
    }
    choices.add(choice(new AskTap.Cancel(delivery, now), Inbox.BUTTON_CANCEL));
    RichText whole = joins ? text.plus(text(Inbox.JOINS, Map.of())) : text;
    return Step.of(null, new Message(whole, choices));
  }

  private Step sent(Citizen citizen, long delivery, String words, Instant now) {
    Asked.Open open = asked(citizen).open();
    Promise promise = settings.promise(now, working);
    Instant until =
        open == null
            ? promise.answer()
            : Objects.requireNonNullElse(open.promised(), promise.answer());
    List<RichText> parts = new ArrayList<>();
    parts.add(text(open == null ? Inbox.SENT : Inbox.SENT_MORE, when(until)));
    if (!citizen.mayBeWrittenTo()) {
      parts.add(text(Inbox.SENT_WEB, Map.of()));
    }
    Choice withdraw = choice(new AskTap.Withdraw(), Inbox.BUTTON_WITHDRAW);
    return Step.of(
        null,
        new Message(RichText.join(parts), List.of(withdraw)),
        new Act.Ask(delivery, words, promise));
  }

  private Map<String, String> when(Instant until) {
    ZonedDateTime at = until.atZone(VietnamTime.ZONE).truncatedTo(ChronoUnit.MINUTES);
    Map<String, String> values = new HashMap<>();
    values.put("hours", settings.hours().words());
    values.put("time", at.toLocalTime().toString());
    values.put("weekday", Vietnamese.weekday(at.toLocalDate()));
    values.put("date", Vietnamese.date(at.toLocalDate()));
    return values;
  }

  private Step ended(Citizen citizen, Inbox done, Inbox none) {
    return asked(citizen).open() == null
        ? say(none)
        : Step.of(null, new Message(text(done, Map.of()), List.of()), new Act.EndCase());
  }

  private static Asked asked(Citizen citizen) {
    var asked = citizen.asked();
    return asked == null ? Asked.NOTHING : asked.get();
  }

  /// On one line, with no mark that means anything.
  private static String excerpt(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    String head =
        line.length() <= EXCERPT
            ? line
            : line.substring(
                    0,
                    line.lastIndexOf(' ', EXCERPT) > 0 ? line.lastIndexOf(' ', EXCERPT) : EXCERPT)
                + " …";
    return head.replaceAll("([\\\\`*_\\[\\]<>&!#~|{}])", "\\\\$1");
  }

  private Step say(Inbox what) {
    return Step.of(null, new Message(text(what, Map.of()), List.of()));
  }

  private RichText text(Inbox what, Map<String, String> values) {
    return phrases.text(what, values);
  }

  private Choice choice(AskTap tap, Inbox label) {
    return tap.choice(phrases.words(label, Map.of()).strip());
  }
}
