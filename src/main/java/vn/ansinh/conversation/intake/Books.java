package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CalendarFeeds;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.ChatCodes;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.Consents;
import vn.ansinh.citizen.Consents.Purpose;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.citizen.Profile;
import vn.ansinh.citizen.Profiles;
import vn.ansinh.citizen.export.Export;
import vn.ansinh.citizen.joining.JoinedChats;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.joining.JoinFailed;
import vn.ansinh.conversation.joining.Joiner;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Joins;
import vn.ansinh.conversation.standing.Tried;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.inbox.Asked;
import vn.ansinh.inbox.Promise;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vault.Vault;

/// Reads what is held of a citizen, and does what the dialogue decided.
final class Books {
  private final Reminders reminders;
  private final Cases cases;
  private final Consents consents = new Consents();
  private final Profiles profiles;
  private final CalendarFeeds feeds = new CalendarFeeds();
  private final ChatCodes codes = new ChatCodes();
  private final PersonalData data = new PersonalData();
  private final Joiner joiner;
  private final Export export;

  Books(Supplier<Rules> rules, Cases cases, Vault vault) {
    this.reminders = new Reminders(rules, vault);
    this.cases = cases;
    this.profiles = new Profiles(vault);
    this.joiner = new Joiner(rules, vault);
    this.export = new Export(vault);
  }

  /// What was done beside the reply.
  ///
  /// @param file that goes along with the reply; null for nothing
  /// @param erased chats whose data are gone
  /// @param told what is said to the citizen in another chat
  record Done(Message.@Nullable File file, List<Chat> erased, List<Outbox.Draft> told) {}

  /// The statements travel together.
  Future<Held> held(SqlConnection connection, CitizenId citizen) {
    Future<List<Reminders.Standing>> standing = reminders.of(connection, citizen);
    Future<Held.@Nullable Consent> consent = consent(connection, citizen, Purpose.REMINDERS);
    Future<Boolean> stopped = data.isStopped(connection, citizen);
    Future<Boolean> feed = feeds.isOpen(connection, citizen);
    Future<Held.@Nullable Consent> agreed = consent(connection, citizen, Purpose.ANNOUNCEMENTS);
    Future<Profile> profile = profiles.of(connection, citizen);
    Future<List<Cases.Kept>> asked = cases.of(connection, citizen);
    Future<Optional<JoinedChats.Joined>> joined = joiner.other(connection, citizen);
    return Future.all(List.of(standing, consent, stopped, feed, agreed, profile, asked, joined))
        .map(
            _ ->
                new Held(
                    standing.result().stream()
                        .map(each -> new Held.Standing(each.id(), each.wish()))
                        .toList(),
                    consent.result(),
                    stopped.result(),
                    new Held.Feed(feed.result(), CalendarFeeds.secret()),
                    new Held.Profiled(profile.result(), agreed.result()),
                    asked.result(),
                    joined
                        .result()
                        .map(other -> joined(citizen, other, standing.result()))
                        .orElse(null)));
  }

  private static Held.Joined joined(
      CitizenId own, JoinedChats.Joined joined, List<Reminders.Standing> standing) {
    CitizenId chosen = joined.chosen();
    Held.Where where =
        chosen == null ? Held.Where.MADE : chosen.equals(own) ? Held.Where.HERE : Held.Where.OTHER;
    Set<ReminderId> there =
        standing.stream()
            .filter(each -> !each.chat().equals(own))
            .map(Reminders.Standing::id)
            .collect(Collectors.toSet());
    return new Held.Joined(joined.other().address().place(), where, there);
  }

  /// How the chat is joined to another.
  Joins joins(SqlConnection connection, Chat own, Instant now) {
    return new Joins(
        own.address().place(),
        code -> whole(() -> joiner.look(connection, own, code, now)),
        code -> whole(() -> joiner.join(connection, own, code, now)));
  }

  private static Tried whole(Supplier<Tried> work) {
    try {
      return work.get();
    } catch (RuntimeException e) {
      throw new JoinFailed(e);
    }
  }

  /// What the citizen can ask the officers about, and whether a question to them is open.
  Future<Asked> asked(SqlConnection connection, CitizenId citizen, Inbound inbound) {
    return inbound.content() instanceof Inbound.Content.Tapped(String data)
        ? cases.asked(connection, citizen, data, inbound.reference(), inbound.receivedAt())
        : cases.asked(connection, citizen, null, null, inbound.receivedAt());
  }

  private Future<Held.@Nullable Consent> consent(
      SqlConnection connection, CitizenId citizen, Purpose purpose) {
    return consents
        .last(connection, citizen, purpose)
        .map(last -> last.map(given -> new Held.Consent(given.version(), given.at())).orElse(null));
  }

  /// One after the other, in the order decided.
  Done carryOut(SqlConnection connection, CitizenId citizen, List<Act> acts, Instant now) {
    Message.File file = null;
    List<Chat> erased = new ArrayList<>();
    List<Outbox.Draft> told = new ArrayList<>();
    for (Act act : acts) {
      if (act instanceof Act.Export) {
        file = export.of(connection, citizen).map(Books::file).await();
      } else if (act instanceof Act.Erase) {
        erased.addAll(data.erase(connection, citizen, now).await());
      } else if (act instanceof Act.TellOther(Message message)) {
        joiner
            .other(connection, citizen)
            .await()
            .ifPresent(joined -> told.add(draft(joined.other(), message)));
      } else {
        carryOut(connection, citizen, act, now).await();
      }
    }
    return new Done(file, erased, told);
  }

  private static Outbox.Draft draft(Chat chat, Message message) {
    return new Outbox.Draft(chat.citizen(), chat.address(), Origin.REPLY, message, null, null);
  }

  private static Message.File file(JsonObject held) {
    return new Message.File("du-lieu-an-sinh.json", "application/json", held.encodePrettily());
  }

  private Future<?> carryOut(SqlConnection connection, CitizenId citizen, Act act, Instant now) {
    return switch (act) {
      case Act.Keep(var wish) -> reminders.add(connection, citizen, wish, now);
      case Act.Change(var id, var wish) -> reminders.change(connection, id, citizen, wish, now);
      case Act.End(var id) -> reminders.end(connection, id, citizen, now);
      case Act.KeepProfile(Profile profile) -> profiles.keep(connection, citizen, profile, now);
      case Act.ProfileConsent(String version) ->
          consents.give(
              connection,
              citizen,
              new Consents.Consent(Purpose.ANNOUNCEMENTS, version, false, now));
      case Act.Consent(String version, boolean guardian) ->
          consents.give(
              connection, citizen, new Consents.Consent(Purpose.REMINDERS, version, guardian, now));
      case Act.OpenFeed(String secret) -> feeds.open(connection, citizen, secret, now);
      case Act.ShowCode(String code) -> codes.show(connection, citizen, code, now);
      case Act.CloseFeed _ -> feeds.close(connection, citizen);
      case Act.Ask(long delivery, String words, Promise promise) ->
          cases.ask(connection, citizen, delivery, words, promise, now);
      case Act.EndCase _ -> cases.end(connection, citizen, now);
      case Act.ShowJoinCode(String code) -> joiner.show(connection, citizen, code, now);
      case Act.JoinConsent(String version) ->
          consents.give(
              connection, citizen, new Consents.Consent(Purpose.JOINING, version, false, now));
      case Act.Stop _ -> data.stop(connection, citizen, now);
      case Act.Resume _ -> data.resume(connection, citizen);
      case Act.ChooseChat(Held.Where where) -> joiner.choose(connection, citizen, where);
      case Act.Part _ -> joiner.part(connection, citizen);
      // Ratings are written with those of the other messages; the others are carried out above.
      case Act.Rate _, Act.Export _, Act.Erase _, Act.TellOther _ -> Future.succeededFuture();
    };
  }
}
