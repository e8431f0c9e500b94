package vn.ansinh.broadcast;

import io.vertx.sqlclient.Pool;
import java.util.List;
import java.util.Optional;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.mailing.Doubts;
import vn.ansinh.delivery.mailing.Ending;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.delivery.mailing.Share;
import vn.ansinh.delivery.mailing.Shown;
import vn.ansinh.officer.OfficerId;

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
    return store.before(pool, null, before, most).await();
  }

  /// As [#page(BroadcastId, int)], only those that stand at one point.
  public List<Broadcast> page(State state, BroadcastId before, int most) {
    return store.before(pool, state, before, most).await();
  }

  /// Whether an officer had a hand in what it says, and so cannot approve it.
  public boolean isAuthor(BroadcastId id, OfficerId officer) {
    return store.isAuthor(pool, id, officer).await();
  }

  /// How many citizens an audience reaches at this moment.
  public int count(Audience audience) {
    return mailing.count(pool, audience).await();
  }

  /// A message as each channel would bring it.
  public List<Shown> shown(Message message) {
    return mailing.shown(message);
  }

  /// How far it has come on each channel, as long as its deliveries are kept.
  public List<Share> shares(BroadcastId id) {
    return mailing.shares(pool, id.value()).await();
  }

  /// How many letters one message can hold.
  public int longestText() {
    return mailing.longestText();
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

  /// How its deliveries ended or stand, in the order in which they were written; those that were
  /// swept after their time are not there any more.
  ///
  /// @param after the delivery at which the last page ended; 0 for the first page
  public List<Ending> endings(BroadcastId id, long after, int most) {
    return Ending.page(pool, id.value(), after, most).await();
  }

  /// What may have arrived or not, or twice.
  public Doubts doubts(BroadcastId id, int most) {
    return Doubts.of(pool, id.value(), most).await();
  }
}
