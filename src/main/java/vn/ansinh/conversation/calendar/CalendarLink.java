package vn.ansinh.conversation.calendar;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.conversation.forms.Press;
import vn.ansinh.conversation.forms.Press.Verb;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.text.Label;
import vn.ansinh.text.Saying;

/// The link under which a citizen's own calendar can be subscribed to: made, made anew, taken back.
public final class CalendarLink {
  private static final String NEW = "new";
  private static final String END = "end";

  private final Wording wording;
  private final String address;

  /// @param address before the secret; empty when there are no links
  public CalendarLink(Wording wording, String address) {
    this.wording = wording;
    this.address = address;
  }

  /// The button that leads here; for who has no reminder there would be nothing in the calendar.
  public Optional<Choice> offer(Held held) {
    return address.isEmpty() || (held.standing().isEmpty() && !held.feed().isOpen())
        ? Optional.empty()
        : Optional.of(wording.choice(Label.CALENDAR_LINK, Press.of(Verb.FEED)));
  }

  /// @param what to do: [#NEW], [#END]; empty to be shown how it stands
  public Step pressed(Situation situation, String what) {
    if (what.equals(END)) {
      return say(situation, Saying.Calendar.LINK_ENDED, Map.of(), List.of(), new Act.CloseFeed());
    }
    if (address.isEmpty()) {
      return say(situation, Saying.Calendar.LINK_ENDED, Map.of(), List.of());
    }
    Choice end = wording.choice(Label.END_LINK, Press.of(Verb.FEED, END));
    if (situation.held().feed().isOpen() && !what.equals(NEW)) {
      Choice renew = wording.choice(Label.NEW_LINK, Press.of(Verb.FEED, NEW));
      return say(situation, Saying.Calendar.LINK_STANDS, Map.of(), List.of(renew, end));
    }
    String secret = situation.held().feed().fresh();
    return say(
        situation,
        Saying.Calendar.LINK,
        Map.of("link", address + secret + ".ics"),
        List.of(end),
        new Act.OpenFeed(secret));
  }

  private Step say(
      Situation situation,
      Saying saying,
      Map<String, String> values,
      List<Choice> choices,
      Act... acts) {
    List<Choice> all = new ArrayList<>(choices);
    all.add(wording.list());
    return Step.of(situation.form(), new Message(wording.text(saying, values), all), acts);
  }
}
