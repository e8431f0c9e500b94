package vn.ansinh.conversation.joining;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import vn.ansinh.conversation.joining.JoinTap.Part;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Joins;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.text.Joining;
import vn.ansinh.text.RichText;

/// How it is said which chats are joined, and what can be chosen.
record JoinWords(Wording wording) {
  RichText text(Joining saying, Map<String, String> values) {
    return wording.text(saying, values);
  }

  String words(Joining saying) {
    return wording.words(saying, Map.of());
  }

  /// Between which chats can be joined.
  List<String> messengers() {
    return wording.phrases().messengers();
  }

  Step say(Joining saying, Map<String, String> values, Act... acts) {
    return Step.of(null, new Message(text(saying, values), List.of()), acts);
  }

  Step say(Joining saying, Map<String, String> values, List<Choice> choices) {
    return Step.of(null, new Message(text(saying, values), choices));
  }

  Choice choice(Joining label, JoinTap tap) {
    return tap.choice(words(label));
  }

  /// Both chats, and each reminder where it was made.
  List<Choice> channels(Situation situation, String other) {
    return List.of(
        JoinTap.of(Part.HERE).choice(channel(here(situation))),
        JoinTap.of(Part.OTHER).choice(channel(other)),
        choice(Joining.BUTTON_MADE, JoinTap.of(Part.MADE)));
  }

  private String channel(String place) {
    return wording.words(Joining.BUTTON_CHANNEL, Map.of("place", place));
  }

  /// The reminders that stay with a chat.
  RichText keeps(Situation situation, String place, Predicate<Held.Standing> which) {
    String lines =
        situation.held().standing().stream()
            .filter(which)
            .map(each -> "- " + wording.line(each.wish()))
            .collect(Collectors.joining("\n"));
    return lines.isEmpty()
        ? text(Joining.KEEPS_NOTHING, Map.of("place", place))
        : text(Joining.KEEPS, Map.of("place", place, "lines", lines));
  }

  /// To the other chat, from which this one is the other.
  Act tell(Joining saying, Situation situation) {
    return new Act.TellOther(
        new Message(text(saying, Map.of("other", here(situation))), List.of()));
  }

  static Map<String, String> places(Situation situation, String other) {
    return Map.of("here", here(situation), "other", other);
  }

  static String here(Situation situation) {
    Joins joins = situation.joins();
    return joins == null ? "" : joins.here();
  }
}
