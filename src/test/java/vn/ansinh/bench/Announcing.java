package vn.ansinh.bench;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import vn.ansinh.broadcast.Answer;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.Broadcasts;
import vn.ansinh.broadcast.Reports;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.text.RichText;
import vn.ansinh.vault.Resealing;
import vn.ansinh.vault.Vault;

/// Two officers and what they need to announce something, on a database with many citizens.
public final class Announcing {
  private final Pool pool;
  private final Vault vault;
  private final Broadcasts broadcasts;
  public final Reports reports;

  public Announcing(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.vault = vault;
    KnowledgeBase base = base(clock);
    Refusals refusals = new Refusals(base::phrases);
    Mailing mailing =
        new Mailing(
            Map.of("telegram", TelegramChannel.CAPABILITIES),
            new Fitting(RichText.of("")),
            vault,
            clock);
    Composer composer = new Composer(() -> base, mailing, refusals);
    this.broadcasts = new Broadcasts(pool, composer, mailing, QuietHours.USUAL, refusals, clock);
    this.reports = new Reports(pool, mailing);
  }

  private static KnowledgeBase base(Clock clock) {
    if (KnowledgeFiles.load(Path.of("knowledge-base"), clock) instanceof Loaded.Good good) {
      return good.base();
    }
    throw new IllegalStateException("the knowledge base is broken");
  }

  /// With the numbers of their chats from 1; every second lives in `kp-1`.
  public void citizens(int many) {
    pool.query(
            """
            insert into citizen (channel, address, created_at)
            select 'telegram', n, now() from generate_series(1, %d) n"""
                .formatted(many))
        .execute()
        .await();
    pool.query(
            """
            insert into profile (citizen_id, marks, updated_at)
            select id, array_remove(array[
                unsealed(case when id % 2 = 0 then 'neighbourhood kp-1' else 'neighbourhood kp-2' end),
                case when id % 3 = 0 then unsealed('group merit') end], null), now()
            from citizen""")
        .execute()
        .await();
    new Resealing(pool, vault).sealFirst();
    pool.query("vacuum analyze").execute().await();
  }

  /// Approved and not launched yet.
  public BroadcastId approved(Audience audience) {
    Officer writer = officer("writer");
    Draft draft = new Draft("Lịch trả", "Trả ngày <b>5</b>.", Map.of(), null, audience);
    Broadcast written = done(broadcasts.create(writer, draft));
    done(broadcasts.submit(writer, written.id()));
    return done(broadcasts.approve(officer("approver"), written.id(), 1)).id();
  }

  public Broadcast start(BroadcastId id) {
    return done(broadcasts.start(officer("approver"), id, null));
  }

  public void cancel(BroadcastId id) {
    done(broadcasts.cancel(officer("approver"), id));
  }

  private static Broadcast done(Answer answer) {
    return switch (answer) {
      case Answer.Done(Broadcast broadcast) -> broadcast;
      case Answer.Refused(List<Refusal> why) -> throw new IllegalStateException(why.toString());
    };
  }

  private Officer officer(String login) {
    long id =
        pool.preparedQuery(
                """
                insert into officer (login, name, role, created_at)
                values ($1, $1, 'approver', now())
                on conflict (login) do update set login = excluded.login
                returning id""")
            .execute(Tuple.of(login))
            .await()
            .iterator()
            .next()
            .getLong(0);
    return new Officer(new OfficerId(id), login, login, Role.APPROVER);
  }
}
