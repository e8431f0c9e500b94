package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Profile;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.text.Phrase;

/// One citizen's chat with the knowledge base that is shipped; what the dialogue decides is done in
/// memory.
final class ReminderChat {
  private static final Instant START = Instant.parse("2026-11-23T03:00:00Z");
  private static final KnowledgeBase BASE =
      switch (KnowledgeFiles.load(
          Path.of("knowledge-base"), Clock.fixed(START, VietnamTime.ZONE))) {
        case Loaded.Good good -> good.base().naming(List.of("Telegram", "Zalo"));
        case Loaded.Broken broken -> throw new AssertionError(broken.faults());
      };
  private static final Calendars CALENDARS = calendars();
  private static final Dialogue DIALOGUE =
      new Dialogue(
          BASE,
          Search.of(SearchIndex.of(BASE, SearchSettings.DEFAULT)),
          new Desk(
              BASE,
              new Rules(
                  new Planner(CALENDARS, QuietHours.USUAL),
                  new ReminderTexts(BASE, CALENDARS),
                  CALENDARS)),
          1_000);

  private static final String VERSION =
      BASE.phrases().words(Phrase.CONSENT_VERSION, Map.of()).strip();

  final Map<ReminderId, Wish> wishes = new LinkedHashMap<>();
  final List<Act> acts = new ArrayList<>();
  Instant now = START;
  private Held.@Nullable Consent consent;
  private Held.@Nullable Consent profileConsent;
  Profile profile = Profile.NOTHING;
  private boolean stopped;
  @Nullable String feed;
  private boolean mayBeWrittenTo = true;
  private boolean inGroup;
  private State state = State.NEW;
  private Turn last = DIALOGUE.apology(State.NEW);
  private int reads;

  private static Calendars calendars() {
    return ScheduleFiles.calendars(
        Path.of("knowledge-base"),
        Clock.fixed(START, VietnamTime.ZONE),
        faults -> {
          throw new AssertionError(faults);
        });
  }

  /// A chat whose citizen has agreed already.
  static ReminderChat agreed() {
    ReminderChat chat = new ReminderChat();
    chat.consent = new Held.Consent(VERSION, START);
    return chat;
  }

  static ReminderChat inAGroup() {
    ReminderChat chat = agreed();
    chat.mayBeWrittenTo = false;
    chat.inGroup = true;
    return chat;
  }

  static ReminderChat onTheWeb() {
    ReminderChat chat = new ReminderChat();
    chat.mayBeWrittenTo = false;
    return chat;
  }

  /// Says one text after the other.
  ReminderChat say(String... texts) {
    for (String text : texts) {
      hear(new Content.Text(text));
    }
    return this;
  }

  /// Taps the button that says so under the last message.
  ReminderChat tap(String... labels) {
    for (String label : labels) {
      hear(new Content.Tapped(choice(label).data()));
    }
    return this;
  }

  ReminderChat tapData(String data) {
    return hear(new Content.Tapped(data));
  }

  ReminderChat hear(Content content) {
    LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
    Citizen citizen = new Citizen(true, mayBeWrittenTo, inGroup, this::held, null, null);
    State read = State.ofJson(state.toJson());
    last = DIALOGUE.turn(read, new Dialogue.Said(content, today, now, citizen));
    state = last.next();
    acts.clear();
    acts.addAll(last.acts());
    last.acts().forEach(this::carryOut);
    return this;
  }

  ReminderChat after(Duration time) {
    now = now.plus(time);
    return this;
  }

  private Held held() {
    reads++;
    return new Held(
        wishes.entrySet().stream()
            .map(each -> new Held.Standing(each.getKey(), each.getValue()))
            .toList(),
        consent,
        stopped,
        new Held.Feed(feed != null, "fresh" + reads),
        new Held.Profiled(profile, profileConsent),
        List.of(),
        null);
  }

  private void carryOut(Act act) {
    switch (act) {
      case Act.Keep(Wish wish) -> wishes.put(new ReminderId(wishes.size() + 1L), wish);
      case Act.Change(ReminderId id, Wish wish) -> wishes.put(id, wish);
      case Act.End(ReminderId id) -> wishes.remove(id);
      case Act.Consent(String version, boolean _) -> consent = new Held.Consent(version, now);
      case Act.ProfileConsent(String version) -> profileConsent = new Held.Consent(version, now);
      case Act.KeepProfile(Profile kept) -> profile = kept;
      case Act.Erase _ -> {
        wishes.clear();
        consent = null;
        stopped = false;
        feed = null;
      }
      case Act.OpenFeed(String secret) -> feed = secret;
      case Act.CloseFeed _ -> feed = null;
      case Act.Stop _ -> stopped = true;
      case Act.Resume _ -> stopped = false;
      case Act.Rate _, Act.Export _, Act.ShowCode _, Act.Ask _, Act.EndCase _ -> {}
      case Act.ShowJoinCode _,
          Act.JoinConsent _,
          Act.ChooseChat _,
          Act.TellOther _,
          Act.Part _ -> {}
    }
  }

  String said() {
    return message().text().plain();
  }

  Turn turn() {
    return last;
  }

  /// How often it was read what is held.
  int reads() {
    return reads;
  }

  boolean isFilling() {
    return state.form() != null;
  }

  List<String> labels() {
    return message().choices().stream().map(Choice::label).toList();
  }

  private Message message() {
    return Objects.requireNonNull(last.reply());
  }

  private Choice choice(String label) {
    List<Choice> found =
        message().choices().stream().filter(each -> each.label().contains(label)).toList();
    assertThat(found).as("%s under: %s %s", label, said(), labels()).isNotEmpty();
    return found.getFirst();
  }

  /// The one wish that is kept.
  Wish wish() {
    assertThat(wishes).hasSize(1);
    return wishes.values().iterator().next();
  }
}
