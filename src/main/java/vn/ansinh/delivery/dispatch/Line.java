package vn.ansinh.delivery.dispatch;

import java.time.Duration;
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

  private static final long PACE_TELLS = Duration.ofSeconds(1).toNanos();
  private static final double LEAST_ALLOWED = 1.0 / 32;
  private static final double RECOVERY = 1.0 / 32;

  final NavigableSet<Chat> chats =
      new TreeSet<>(Comparator.comparing(Chat::origin).thenComparingLong(Chat::firstId));
  private final Pace pace;
  private final int mostUnderWay;
  private double perSecond;

  /// What it may have of the channel's rate.
  private double full;

  /// The part of it that the channel has borne.
  private double allowed = 1;

  private long slowedDown;
  long closedUntil;
  int underWay;

  /// Messages, whether their chats stand in the line or not.
  int held;

  private Line(Pace pace, int mostUnderWay, double perSecond, long now) {
    this.pace = pace;
    this.mostUnderWay = mostUnderWay;
    this.perSecond = perSecond;
    this.full = perSecond;
    this.closedUntil = now;
    this.slowedDown = now - PACE_TELLS;
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
    full = all / nodes;
    change();
  }

  /// The channel was used too fast: half as fast from now on. What it says within a second was
  /// caused by the pace before and counts once.
  void slowDown(long now) {
    if (now - slowedDown >= PACE_TELLS) {
      slowedDown = now;
      allowed = Math.max(LEAST_ALLOWED, allowed / 2);
      change();
    }
  }

  /// A little faster again, up to the full rate.
  void recover() {
    allowed = Math.min(1, allowed + RECOVERY);
    change();
  }

  private void change() {
    if (full * allowed != perSecond) {
      perSecond = full * allowed;
      pace.change(perSecond);
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
