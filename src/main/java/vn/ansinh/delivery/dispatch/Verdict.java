package vn.ansinh.delivery.dispatch;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.spi.LoggingEventBuilder;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.delivery.dispatch.store.Settlement;

/// What follows from the outcome of one attempt: settled, tried again, or given back to the outbox.
final class Verdict {
  private static final Logger LOG = LoggerFactory.getLogger(Verdict.class);

  /// Longer waits are spent in the outbox, not in memory.
  private static final Duration LONGEST_HELD = Duration.ofSeconds(30);

  private static final int MOST_UNKNOWNS = 3;
  private static final String TOLD = "told to wait";

  private final Settler settler;
  private final Backoff backoff;
  private final Clock clock;
  private final MeterRegistry meters;

  Verdict(Settler settler, Backoff backoff, Clock clock, MeterRegistry meters) {
    this.settler = settler;
    this.backoff = backoff;
    this.clock = clock;
    this.meters = meters;
  }

  /// A delivery that this node has no room for.
  Settlement givenBack(Delivery delivery) {
    return new Settlement(
        delivery.id(), "queued", null, null, delivery.attempts(), 0, clock.instant());
  }

  void apply(ChannelLane lane, Chat chat, Outcome outcome) {
    Chat.Item item = chat.waiting.getFirst();
    count(item.delivery, outcome);
    item.attempts++;
    switch (outcome) {
      case Outcome.Sent sent -> {
        told(LOG.atDebug(), item.delivery).log("delivery {} was sent", item.delivery.id());
        settle(lane, chat, "sent", sent.reference(), null);
      }
      case Outcome.Refused refused -> {
        told(LOG.atWarn(), item.delivery)
            .log("delivery {} was refused: {}", item.delivery.id(), refused.reason());
        settle(lane, chat, "refused", null, refused.reason());
      }
      case Outcome.Unreachable gone -> unreachable(lane, chat, gone.reason());
      case Outcome.RetryAfter told -> {
        lane.refused(chat, told.delay());
        again(lane, chat, told.delay(), TOLD);
      }
      case Outcome.Failed failed -> failed(lane, chat, failed.reason());
      case Outcome.Unknown unknown -> unknown(lane, chat, unknown.reason());
    }
  }

  /// The channel told all to wait while this was being begun: it counts as tried, so that nobody
  /// takes it for one whose end is unknown.
  void held(ChannelLane lane, Chat chat, Duration wait) {
    chat.waiting.getFirst().attempts++;
    again(lane, chat, wait, TOLD);
  }

  private void settle(
      ChannelLane lane,
      Chat chat,
      String state,
      @Nullable String reference,
      @Nullable String reason) {
    Chat.Item item = chat.waiting.getFirst();
    lane.remove(chat);
    settler.add(
        new Settlement(
            item.delivery.id(), state, reference, reason, item.attempts, item.unknowns, null));
  }

  private void unreachable(ChannelLane lane, Chat chat, String reason) {
    while (!chat.waiting.isEmpty()) {
      settle(lane, chat, "unreachable", null, reason);
    }
  }

  private void failed(ChannelLane lane, Chat chat, String reason) {
    int attempts = chat.waiting.getFirst().attempts;
    boolean isBroadcast = chat.origin() == Origin.BROADCAST;
    if (isBroadcast && attempts >= Backoff.MOST_BROADCAST_ATTEMPTS) {
      settle(lane, chat, "failed", null, reason);
    } else if (attempts >= Backoff.MOST_ATTEMPTS) {
      settle(lane, chat, "refused", null, reason);
    } else {
      again(lane, chat, backoff.after(attempts), reason);
    }
  }

  /// An answer or a reminder that comes twice is better than one that never comes; an announcement
  /// to thousands is not repeated on a doubt.
  private void unknown(ChannelLane lane, Chat chat, String reason) {
    Chat.Item item = chat.waiting.getFirst();
    item.unknowns++;
    if (item.delivery.origin() == Origin.BROADCAST || item.unknowns > MOST_UNKNOWNS) {
      settle(lane, chat, "unknown", null, reason);
    } else {
      again(lane, chat, backoff.after(item.unknowns), reason);
    }
  }

  private void again(ChannelLane lane, Chat chat, Duration wait, String reason) {
    Chat.Item item = chat.waiting.getFirst();
    boolean held = wait.compareTo(LONGEST_HELD) <= 0;
    lane.delay(chat, wait);
    settler.add(
        new Settlement(
            item.delivery.id(),
            "queued",
            null,
            reason,
            item.attempts,
            item.unknowns,
            held ? null : clock.instant().plus(wait)));
    if (!held) {
      // What stands behind it in the chat goes back as well: its order is kept by the outbox.
      while (!chat.waiting.isEmpty()) {
        Chat.Item next = chat.waiting.getFirst();
        lane.remove(chat);
        if (next != item) {
          settler.add(givenBack(next.delivery));
        }
      }
    }
  }

  private static LoggingEventBuilder told(LoggingEventBuilder line, Delivery delivery) {
    return delivery.request() == null ? line : line.addKeyValue("request", delivery.request());
  }

  private void count(Delivery delivery, Outcome outcome) {
    meters
        .counter(
            "ansinh.deliveries",
            "channel",
            delivery.address().channel(),
            "origin",
            delivery.origin().name().toLowerCase(Locale.ROOT),
            "outcome",
            outcome.getClass().getSimpleName())
        .increment();
  }
}
