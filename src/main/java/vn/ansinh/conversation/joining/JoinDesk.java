package vn.ansinh.conversation.joining;

import static vn.ansinh.conversation.joining.JoinWords.here;
import static vn.ansinh.conversation.joining.JoinWords.places;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import vn.ansinh.citizen.ChatCodes;
import vn.ansinh.citizen.joining.JoinCodes;
import vn.ansinh.conversation.joining.JoinTap.Part;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Joins;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.conversation.standing.Tried;
import vn.ansinh.conversation.standing.Wording;
import vn.ansinh.delivery.Message;
import vn.ansinh.text.Joining;
import vn.ansinh.text.RichText;

/// Where two chats of one citizen are joined and parted, and where it is chosen to which of them
/// messages go. Nothing is joined before the citizen agreed in the chat in which the code is typed:
/// whoever is given a stranger's code is told what it does.
public final class JoinDesk {
  private final JoinWords words;

  public JoinDesk(Wording wording) {
    this.words = new JoinWords(wording);
  }

  /// Whether a button's data is for here.
  public static boolean knows(String data) {
    return JoinTap.parse(data).isPresent();
  }

  /// What is said where nobody can be written to first, where others read along, or where there are
  /// no two messengers.
  public Step elsewhere(boolean inGroup) {
    if (words.messengers().size() < 2) {
      return words.say(Joining.NOTHING_TO_JOIN, Map.of());
    }
    return inGroup
        ? words.say(Joining.IN_PRIVATE, Map.of())
        : words.say(Joining.ELSEWHERE, Map.of("both", String.join(" và ", words.messengers())));
  }

  /// What is said of both chats, with `{here}` and `{other}`; empty for who has one.
  public Optional<RichText> of(Situation situation, Joining saying) {
    Held.Joined joined = situation.held().joined();
    return joined == null
        ? Optional.empty()
        : Optional.of(words.text(saying, places(situation, joined.other())));
  }

  /// @param code that was typed; empty to be shown one
  public Step opened(Situation situation, Optional<String> code) {
    Joins joins = situation.joins();
    Held.Joined joined = situation.held().joined();
    if (joined != null) {
      return already(situation, joined.other());
    }
    if (joins == null || words.messengers().size() < 2) {
      return elsewhere(false);
    }
    return code.map(typed -> tried(situation, typed, joins.look().apply(typed)))
        .orElseGet(() -> shown(situation));
  }

  private Step shown(Situation situation) {
    String code = ChatCodes.code(situation.held().feed().fresh());
    return words.say(
        Joining.SHOWN,
        Map.of(
            "code", JoinCodes.shown(code),
            "minutes", String.valueOf(JoinCodes.GOOD.toMinutes())),
        new Act.ShowJoinCode(code));
  }

  /// @param data for which [#knows] is true
  public Step tapped(Situation situation, String data) {
    JoinTap tap = JoinTap.parse(data).orElseThrow();
    Joins joins = situation.joins();
    if (joins == null) {
      return elsewhere(false);
    }
    return switch (tap.part()) {
      case AGREE -> tried(situation, tap.value(), joins.join().apply(tap.value()));
      case REFUSE -> words.say(Joining.REFUSED, Map.of());
      case CHOOSE -> channel(situation);
      case HERE -> chosen(situation, Held.Where.HERE);
      case OTHER -> chosen(situation, Held.Where.OTHER);
      case MADE -> chosen(situation, Held.Where.MADE);
    };
  }

  private Step tried(Situation situation, String code, Tried tried) {
    return switch (tried) {
      case Tried.Good(String other) ->
          words.say(
              Joining.SURE,
              places(situation, other),
              List.of(
                  words.choice(Joining.BUTTON_JOIN, new JoinTap(Part.AGREE, code)),
                  words.choice(Joining.BUTTON_REFUSE, JoinTap.of(Part.REFUSE))));
      case Tried.Joined joined -> joined(situation, joined);
      case Tried.Already(String other) -> already(situation, other);
      case Tried.Own _ -> words.say(Joining.OWN, Map.of());
      case Tried.Same _ -> words.say(Joining.SAME, Map.of("here", here(situation)));
      case Tried.Wrong(int left) -> words.say(Joining.WRONG, Map.of("left", String.valueOf(left)));
      case Tried.Wait(long minutes) ->
          words.say(Joining.WAIT, Map.of("minutes", String.valueOf(minutes)));
    };
  }

  /// With the question where messages go; and the other chat hears of it.
  private Step joined(Situation situation, Tried.Joined joined) {
    List<RichText> parts = new ArrayList<>();
    parts.add(words.text(Joining.JOINED, places(situation, joined.other())));
    if (joined.merged() > 0) {
      parts.add(words.text(Joining.MERGED, Map.of("n", String.valueOf(joined.merged()))));
    }
    if (joined.stopped()) {
      parts.add(words.text(Joining.STOPPED, Map.of()));
    }
    parts.add(words.text(Joining.ASK_CHANNEL, Map.of()));
    return Step.of(
        null,
        new Message(RichText.join(parts), words.channels(situation, joined.other())),
        new Act.JoinConsent(words.words(Joining.CONSENT_VERSION)),
        words.tell(Joining.JOINED_TOLD, situation));
  }

  private Step already(Situation situation, String other) {
    return words.say(
        Joining.ALREADY,
        places(situation, other),
        List.of(words.choice(Joining.BUTTON_CHOOSE, JoinTap.of(Part.CHOOSE))));
  }

  /// Asks where messages go.
  public Step channel(Situation situation) {
    Held.Joined joined = situation.held().joined();
    return joined == null
        ? alone()
        : words.say(Joining.ASK_CHANNEL, Map.of(), words.channels(situation, joined.other()));
  }

  private Step chosen(Situation situation, Held.Where where) {
    Held.Joined joined = situation.held().joined();
    if (joined == null) {
      return alone();
    }
    Act act = new Act.ChooseChat(where);
    return switch (where) {
      case HERE -> words.say(Joining.CHOSEN, Map.of("place", here(situation)), act);
      case OTHER -> words.say(Joining.CHOSEN, Map.of("place", joined.other()), act);
      case MADE -> words.say(Joining.CHOSEN_MADE, Map.of(), act);
    };
  }

  private Step alone() {
    return words.messengers().size() < 2 ? elsewhere(false) : words.say(Joining.ALONE, Map.of());
  }

  /// Says who keeps what; and the other chat hears of it.
  public Step part(Situation situation) {
    Held.Joined joined = situation.held().joined();
    if (joined == null) {
      return alone();
    }
    Predicate<Held.Standing> there = each -> joined.made().contains(each.id());
    List<RichText> parts =
        List.of(
            words.text(Joining.PARTED, Map.of("other", joined.other())),
            words.keeps(situation, here(situation), there.negate()),
            words.keeps(situation, joined.other(), there),
            words.text(Joining.PARTED_END, Map.of()));
    return Step.of(
        null,
        new Message(RichText.join(parts), List.of()),
        words.tell(Joining.PARTED_TOLD, situation),
        new Act.Part());
  }
}
