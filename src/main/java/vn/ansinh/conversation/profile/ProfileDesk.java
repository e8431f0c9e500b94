package vn.ansinh.conversation.profile;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Profile;
import vn.ansinh.conversation.profile.ProfileTap.Part;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Situation;
import vn.ansinh.conversation.standing.Step;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.KnowledgeBase.Area;
import vn.ansinh.text.Label;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// Where citizens choose; pure: what is held and what is tapped give what to say and what to keep.
/// Each choice is kept as it is made and taken back by the same button, and nothing is kept before
/// the citizen agreed.
public final class ProfileDesk {
  private final KnowledgeBase base;
  private final ProfileWords words;
  private final String version;

  public ProfileDesk(KnowledgeBase base) {
    this.base = base;
    this.words = new ProfileWords(base);
    this.version = words.of(Saying.Profile.CONSENT_VERSION, Map.of());
  }

  /// Whether a button's data is for here.
  public static boolean knows(String data) {
    return ProfileTap.parse(data).isPresent();
  }

  /// What is said where nobody can be written to first, or where others read along.
  public Step elsewhere(boolean inGroup) {
    return say(inGroup ? Saying.Profile.IN_PRIVATE : Saying.Profile.ELSEWHERE, List.of());
  }

  public Step opened(Situation situation) {
    return hasAgreed(situation) ? home(situation, profile(situation)) : consent();
  }

  /// @param data for which [#knows] is true
  public Step tapped(Situation situation, String data) {
    ProfileTap tap = ProfileTap.parse(data).orElseThrow();
    return switch (tap.part()) {
      case HOME -> opened(situation);
      case AGREE -> {
        Step home = home(situation, profile(situation));
        yield new Step(null, home.message(), List.of(new Act.ProfileConsent(version)), false);
      }
      case REFUSE -> say(Saying.Profile.REFUSED, List.of());
      case DELETE ->
          say(
              Saying.Profile.DELETED,
              List.of(words.choice(Saying.Profile.BUTTON_OPEN, Part.HOME)),
              new Act.KeepProfile(Profile.NOTHING));
      case NEIGHBOURHOOD, GROUPS, TOPICS ->
          hasAgreed(situation) ? chosen(situation, tap) : consent();
    };
  }

  /// What `/dulieu` says of it; empty when there is nothing to say.
  public Optional<RichText> data(Held held) {
    List<RichText> parts = new ArrayList<>();
    if (!held.profile().profile().isEmpty()) {
      parts.add(
          words.text(Saying.Profile.DATA, Map.of("lines", words.lines(held.profile().profile()))));
    }
    Held.Consent given = held.profile().consent();
    if (given != null) {
      var at = given.at().atZone(VietnamTime.ZONE);
      parts.add(
          words.text(
              Saying.Profile.DATA_CONSENT,
              Map.of(
                  "version", given.version(),
                  "time", at.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
                  "date", Vietnamese.date(at.toLocalDate()))));
    }
    return parts.isEmpty() ? Optional.empty() : Optional.of(RichText.join(parts));
  }

  private boolean hasAgreed(Situation situation) {
    Held.Consent given = situation.held().profile().consent();
    return given != null && given.version().equals(version);
  }

  private static Profile profile(Situation situation) {
    return situation.held().profile().profile();
  }

  private Step consent() {
    return say(
        Saying.Profile.CONSENT,
        List.of(words.choice(Label.AGREE, Part.AGREE), words.choice(Label.DISAGREE, Part.REFUSE)));
  }

  private Step home(Situation situation, Profile profile) {
    List<RichText> parts = new ArrayList<>();
    parts.add(
        profile.isEmpty()
            ? words.text(Saying.Profile.EMPTY, Map.of())
            : words.text(Saying.Profile.SHOWN, Map.of("lines", words.lines(profile))));
    if (situation.held().stopped()) {
      parts.add(words.text(Saying.Profile.STOPPED, Map.of()));
    }
    List<Choice> choices = new ArrayList<>();
    if (!base.circles().neighbourhoods().isEmpty()) {
      choices.add(words.choice(Saying.Profile.BUTTON_NEIGHBOURHOOD, Part.NEIGHBOURHOOD));
    }
    if (!base.circles().groups().isEmpty()) {
      choices.add(words.choice(Saying.Profile.BUTTON_GROUPS, Part.GROUPS));
    }
    choices.add(words.choice(Saying.Profile.BUTTON_TOPICS, Part.TOPICS));
    if (!profile.isEmpty()) {
      choices.add(words.choice(Saying.Profile.BUTTON_DELETE, Part.DELETE));
    }
    return Step.of(null, new Message(RichText.join(parts), choices));
  }

  /// What there is to choose from, with marks at what is chosen; after a choice in the place of
  /// itself.
  private Step chosen(Situation situation, ProfileTap tap) {
    Profile before = profile(situation);
    List<Area> all = words.all(tap.part());
    boolean isKnown = all.stream().anyMatch(each -> each.id().equals(tap.id()));
    Profile after = isKnown ? tap.changed(before) : before;
    Set<String> marked = Set.copyOf(tap.part().ids(after));
    List<Choice> choices = new ArrayList<>();
    for (Area each : all) {
      String label =
          marked.contains(each.id())
              ? words.of(Saying.Profile.BUTTON_MARKED, Map.of("name", each.label()))
              : each.label();
      choices.add(new ProfileTap(tap.part(), each.id()).choice(label));
    }
    choices.add(words.choice(Saying.Profile.BUTTON_DONE, Part.HOME));
    Saying.Profile question =
        switch (tap.part()) {
          case NEIGHBOURHOOD -> Saying.Profile.ASK_NEIGHBOURHOOD;
          case GROUPS -> Saying.Profile.ASK_GROUPS;
          case TOPICS, HOME, AGREE, REFUSE, DELETE -> Saying.Profile.ASK_TOPICS;
        };
    List<Act> acts = after.equals(before) ? List.of() : List.of(new Act.KeepProfile(after));
    return new Step(null, new Message(words.text(question, Map.of()), choices), acts, isKnown);
  }

  private Step say(Saying.Profile saying, List<Choice> choices, Act... acts) {
    return Step.of(null, new Message(words.text(saying, Map.of()), choices), acts);
  }
}
