package vn.ansinh.conversation.intake;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.CalendarFeeds;
import vn.ansinh.citizen.ChatCodes;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.Consents;
import vn.ansinh.citizen.Consents.Purpose;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.citizen.Profile;
import vn.ansinh.citizen.Profiles;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.Asked;
import vn.ansinh.inbox.Promise;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.reminder.store.Reminders;

/// Reads what is held of a citizen, and does what the dialogue decided.
final class Books {
  private final Reminders reminders;
  private final Cases cases;
  private final Consents consents = new Consents();
  private final Profiles profiles = new Profiles();
  private final CalendarFeeds feeds = new CalendarFeeds();
  private final ChatCodes codes = new ChatCodes();
  private final PersonalData data = new PersonalData();

  Books(Reminders reminders, Cases cases) {
    this.reminders = reminders;
    this.cases = cases;
  }

  /// The statements travel together.
  Future<Held> held(SqlConnection connection, CitizenId citizen) {
    Future<List<Held.Standing>> standing =
        reminders
            .of(connection, citizen)
            .map(
                all ->
                    all.stream().map(each -> new Held.Standing(each.id(), each.wish())).toList());
    Future<Held.@Nullable Consent> consent = consent(connection, citizen, Purpose.REMINDERS);
    Future<Boolean> stopped = data.isStopped(connection, citizen);
    Future<Boolean> feed = feeds.isOpen(connection, citizen);
    Future<Held.@Nullable Consent> agreed = consent(connection, citizen, Purpose.ANNOUNCEMENTS);
    Future<Profile> profile = profiles.of(connection, citizen);
    Future<List<Cases.Kept>> asked = cases.of(connection, citizen);
    return Future.all(List.of(standing, consent, stopped, feed, agreed, profile, asked))
        .map(
            _ ->
                new Held(
                    standing.result(),
                    consent.result(),
                    stopped.result(),
                    new Held.Feed(feed.result(), CalendarFeeds.secret()),
                    new Held.Profiled(profile.result(), agreed.result()),
                    asked.result()));
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
  ///
  /// @return what goes along with the reply; null for nothing
  Message.@Nullable File carryOut(
      SqlConnection connection, CitizenId citizen, List<Act> acts, Instant now) {
    Message.File file = null;
    for (Act act : acts) {
      if (act instanceof Act.Export) {
        file = data.export(connection, citizen).map(Books::file).await();
      } else {
        carryOut(connection, citizen, act, now).await();
      }
    }
    return file;
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
      case Act.Erase _ -> data.erase(connection, citizen, now);
      case Act.Stop _ -> data.stop(connection, citizen, now);
      case Act.Resume _ -> data.resume(connection, citizen);
      // Ratings are written with those of the other messages; a file is read, not written.
      case Act.Rate _, Act.Export _ -> Future.succeededFuture();
    };
  }
}
