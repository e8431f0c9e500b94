package vn.ansinh.telegram;

import io.vertx.core.json.JsonObject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// How many messages a stand-in for Telegram lets through: a token bucket over all chats, one for
/// each chat, and one for paid broadcasts, which do not count among the others.
///
/// Whoever finds a bucket empty is told to stay away until it is full again, in whole seconds
/// (`retry_after`), and every message that comes to this bucket meanwhile is refused and counted.
///
/// Telegram publishes the rates and says that short bursts are borne, not how long: over all chats
/// a fifth of a second's worth goes at once here, which is less than who counts whole seconds would
/// let through, and in a chat five messages.
public final class TelegramLimits {
  private static final double BURST_SECONDS = 0.2;
  private static final int CHAT_BURST = 5;
  private static final double NANOS = TimeUnit.SECONDS.toNanos(1);

  private final LongSupplier ticker;
  private final Bucket overall;
  private final Bucket paid;
  private final Map<String, Bucket> chats = new HashMap<>();
  private final double chatPerSecond;
  private int refused;
  private int tooEarly;

  /// @param overall messages a second over all chats
  /// @param chat messages a second in one chat
  /// @param paid messages a second with `allow_paid_broadcast`
  /// @param ticker a monotonic clock in nanoseconds
  public TelegramLimits(double overall, double chat, double paid, LongSupplier ticker) {
    long now = ticker.getAsLong();
    this.ticker = ticker;
    this.overall = new Bucket(overall, overall * BURST_SECONDS, now);
    this.paid = new Bucket(paid, paid * BURST_SECONDS, now);
    this.chatPerSecond = chat;
  }

  /// What Telegram publishes.
  public static TelegramLimits published() {
    return new TelegramLimits(30, 1, 1_000, System::nanoTime);
  }

  /// @param message parameters of a call that sends one
  /// @return seconds to wait when it is refused
  public synchronized OptionalInt refusal(JsonObject message) {
    long now = ticker.getAsLong();
    Bucket chat =
        chats.computeIfAbsent(
            String.valueOf(message.getValue("chat_id")),
            _ -> new Bucket(chatPerSecond, CHAT_BURST, now));
    Bucket all = message.getBoolean("allow_paid_broadcast", false) ? paid : overall;
    List<Bucket> both = List.of(chat, all);
    both.forEach(bucket -> bucket.fill(now));
    if (both.stream().anyMatch(bucket -> bucket.isClosed(now))) {
      tooEarly++;
    }
    if (both.stream().noneMatch(bucket -> bucket.isClosed(now) || bucket.isEmpty())) {
      both.forEach(bucket -> bucket.tokens--);
      return OptionalInt.empty();
    }
    refused++;
    return both.stream().mapToInt(bucket -> bucket.toWait(now)).max();
  }

  /// Messages answered with 429.
  public synchronized int refused() {
    return refused;
  }

  /// Messages that came inside a `retry_after` given before.
  public synchronized int tooEarly() {
    return tooEarly;
  }

  private static final class Bucket {
    private final double perSecond;
    private final double size;
    private double tokens;
    private long filled;

    /// Whoever was told to wait may come again then.
    private long opens;

    private Bucket(double perSecond, double size, long now) {
      this.perSecond = perSecond;
      this.size = size;
      this.tokens = size;
      this.filled = now;
      this.opens = now;
    }

    private void fill(long now) {
      tokens = Math.min(size, tokens + (now - filled) / NANOS * perSecond);
      filled = now;
    }

    private boolean isClosed(long now) {
      return opens - now > 0;
    }

    private boolean isEmpty() {
      return tokens < 1;
    }

    /// Whole seconds until it opens, closing it when it is empty; 0 when it stands open.
    private int toWait(long now) {
      if (!isClosed(now) && isEmpty()) {
        opens = now + TimeUnit.SECONDS.toNanos((long) Math.ceil((size - tokens) / perSecond));
      }
      return (int) Math.max(0, Math.ceil((opens - now) / NANOS));
    }
  }
}
