package vn.ansinh.broadcast;

import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.delivery.mailing.Doubts;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.delivery.mailing.Progress;

/// What officers see of broadcasts. Everything is counted when it is asked for.
///
/// All methods block until they are done: not for an event loop.
public final class Reports {
  private final Pool pool;
  private final Mailing mailing;
  private final BroadcastStore store = new BroadcastStore();

  public Reports(Pool pool, Mailing mailing) {
    this.pool = pool;
    this.mailing = mailing;
  }

  public Optional<Broadcast> find(BroadcastId id) {
    return store.find(pool, id).await();
  }

  /// Newest first.
  ///
  /// @param before where the last page ended; a very high number for the first page
  public List<Broadcast> page(BroadcastId before, int most) {
    return store.before(pool, before, most).await();
  }

  /// How many citizens an audience reaches at this moment.
  public int count(Audience audience) {
    return mailing.count(pool, audience).await();
  }

  /// Empty before it was launched.
  public Optional<Progress> progress(Broadcast broadcast) {
    Integer recipients = broadcast.run().recipients();
    if (recipients == null) {
      return Optional.empty();
    }
    Progress outcome = broadcast.run().outcome();
    return Optional.of(
        outcome == null
            ? mailing.progress(pool, broadcast.id().value(), recipients).await()
            : outcome);
  }

  /// What may have arrived or not, or twice.
  public Doubts doubts(BroadcastId id, int most) {
    return Doubts.of(pool, id.value(), most).await();
  }
}
