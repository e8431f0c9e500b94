package vn.ansinh.inbox.store;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import io.vertx.sqlclient.Tuple;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.text.Inbox;
import vn.ansinh.text.Phrases;

/// The officers' own group chat, which hears that something is waiting, and nothing about whom.
public final class OfficersChat {
  /// A notice that has not arrived by then tells nothing new.
  private static final Duration GOOD = Duration.ofDays(1);

  private final Outbox outbox;
  private final @Nullable Address group;
  private final String site;
  private final Supplier<Phrases> phrases;

  /// @param group null when there is none: then nothing is said
  /// @param site how officers' browsers call the service
  public OfficersChat(
      Outbox outbox, @Nullable Address group, String site, Supplier<Phrases> phrases) {
    this.outbox = outbox;
    this.group = group;
    this.site = site;
    this.phrases = phrases;
  }

  /// Goes out when the transaction is committed and not otherwise.
  Future<Void> tell(SqlConnection transaction, Inbox what, long number, Instant now) {
    if (group == null) {
      return Future.succeededFuture();
    }
    Map<String, String> values =
        Map.of("number", String.valueOf(number), "link", site + "/console/inbox/" + number);
    Message message = new Message(phrases.get().text(what, values), List.of());
    return member(transaction, group, now)
        .compose(
            citizen -> {
              Outbox.Draft draft =
                  new Outbox.Draft(citizen, group, Origin.REPLY, message, null, null);
              return outbox.post(
                  transaction, List.of(new Outbox.Timed(draft, now, now.plus(GOOD))));
            })
        .mapEmpty();
  }

  /// The group as one to whom can be written, with a conversation as everybody has one.
  private static Future<CitizenId> member(SqlConnection transaction, Address group, Instant now) {
    return transaction
        .preparedQuery(
            """
            with made as (
              insert into citizen (channel, address, created_at) values ($1, $2, $3)
              on conflict (channel, address) do nothing
              returning id),
            talks as (
              insert into conversation (citizen_id, state, updated_at)
              select id, null, $3 from made)
            select id from made
            union all
            select id from citizen where channel = $1 and address = $2""")
        .execute(Tuple.of(group.channel(), group.value(), now.atOffset(ZoneOffset.UTC)))
        .map(rows -> new CitizenId(rows.iterator().next().getLong(0)));
  }
}
