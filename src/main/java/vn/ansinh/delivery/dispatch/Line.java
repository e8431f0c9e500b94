package vn.ansinh.delivery.dispatch;

import java.util.Comparator;
import java.util.NavigableSet;
import java.util.TreeSet;

/// The chats of a lane that could be served now if the rate allowed it. Confined to the
/// dispatcher's context.
final class Line {
  /// Until something else happens.
  static final long NEVER = Long.MAX_VALUE;

  /// More at once would only wait inside the channel's client.
  private static final int MOST_UNDER_WAY = 64;

  /// Fewer, so that a channel that answers slowly has a hand free for replies.
  private static final int MOST_BROADCASTS_UNDER_WAY = 32;

  private static final int MOST_PAID_UNDER_WAY = 160;

  /// What a node holds of broadcasts, in seconds: others can have the rest.
  private static final double SECONDS_HELD = 3;

  private static final int MOST_HELD = 3_000;

  final NavigableSet<Chat> chats =
      new TreeSet<>(Comparator.comparing(Chat::origin).thenComparingLong(Chat::firstId));
  private final Pace pace;
  private final int mostUnderWay;
  private double perSecond;
  long closedUntil;
  int underWay;

  /// Messages, whether their chats stand in the line or not.
  int held;

  private Line(Pace pace, int mostUnderWay, double perSecond, long now) {
    this.pace = pace;
    this.mostUnderWay = mostUnderWay;
    this.perSecond = perSecond;
    this.closedUntil = now;
  }

  static Line ofUrgent(Rates rates, long now) {
    Pace pace = Pace.even(rates.overall());
    return new Line(pace, MOST_UNDER_WAY, rates.overall(), now);
  }

  /// At a pace of their own when it is paid for; else they take what the others leave.
  static Line ofBroadcasts(Rates rates, Line urgent, long now) {
    double paid = rates.broadcast();
    return paid > 0
        ? new Line(Pace.even(paid), MOST_PAID_UNDER_WAY, paid, now)
        : new Line(urgent.pace, MOST_BROADCASTS_UNDER_WAY, rates.overall(), now);
  }

  void share(double all, int nodes) {
    double share = all / nodes;
    if (share != perSecond) {
      perSecond = share;
      pace.change(share);
    }
  }

  void close(long until) {
    closedUntil = Math.max(closedUntil, until);
  }

  /// Nanoseconds until the next chat may be served.
  long delay(long now) {
    return chats.isEmpty() || underWay >= mostUnderWay
        ? NEVER
        : Math.max(closedUntil - now, pace.delay(now));
  }

  /// Takes the first chat out.
  Chat next(long now) {
    Chat chat = chats.removeFirst();
    underWay++;
    pace.take(now);
    return chat;
  }

  /// How many messages more are worth holding: enough for some seconds.
  int room() {
    return (int) Math.max(0, Math.min(MOST_HELD, Math.ceil(perSecond * SECONDS_HELD)) - held);
  }
}
