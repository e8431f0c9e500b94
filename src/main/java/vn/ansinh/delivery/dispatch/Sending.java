package vn.ansinh.delivery.dispatch;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import java.time.Duration;
import java.util.Map;
import java.util.function.LongSupplier;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outcome;

/// One attempt to send, from its beginning written down to what follows from its outcome. Confined
/// to the dispatcher's context.
final class Sending {
  private static final Duration FRESH = Duration.ofMillis(500);

  private final Context context;
  private final LongSupplier ticker;
  private final Map<String, Channel> channels;
  private final Starts starts;
  private final Verdict verdict;

  Sending(
      Context context,
      LongSupplier ticker,
      Map<String, Channel> channels,
      Starts starts,
      Verdict verdict) {
    this.context = context;
    this.ticker = ticker;
    this.channels = channels;
    this.starts = starts;
    this.verdict = verdict;
  }

  /// Of the chat's first message.
  void send(ChannelLane lane, Chat chat) {
    Chat.Item item = chat.waiting.getFirst();
    if (isFresh(item)) {
      call(lane, chat);
    } else {
      starts
          .begin(item.delivery.id(), item.attempts + 1)
          .onComplete(begun -> begun(lane, chat, begun));
    }
  }

  /// It is not ours to send any more; what became of it stands in the outbox.
  static void drop(ChannelLane lane, Chat chat) {
    end(lane, chat, () -> lane.remove(chat));
  }

  /// An answer must be fast, and whoever asked asks again. What comes unasked for is written down
  /// before it is sent; so is an answer that had to wait or was claimed, for another node may have
  /// erased it meanwhile, or this one before the claim was heard of.
  private boolean isFresh(Chat.Item item) {
    return item.fresh
        && item.origin() == Origin.REPLY
        && item.attempts == 0
        && ticker.getAsLong() - item.since < FRESH.toNanos();
  }

  private void begun(ChannelLane lane, Chat chat, AsyncResult<Boolean> begun) {
    if (chat.waiting.getFirst().erased) {
      drop(lane, chat);
    } else if (begun.failed()) {
      ended(lane, chat, new Outcome.Failed(String.valueOf(begun.cause())));
    } else if (begun.result() && lane.closed(chat) > 0) {
      Duration wait = Duration.ofNanos(lane.closed(chat));
      end(lane, chat, () -> verdict.held(lane, chat, wait));
    } else if (begun.result()) {
      call(lane, chat);
    } else {
      drop(lane, chat);
    }
  }

  private void call(ChannelLane lane, Chat chat) {
    Channel channel = channels.get(chat.address.channel());
    Future<Outcome> sent =
        channel == null
            ? Future.succeededFuture(new Outcome.Failed("no such channel"))
            : channel.send(chat.waiting.getFirst().delivery);
    sent.otherwise(e -> new Outcome.Unknown(String.valueOf(e)))
        .onSuccess(outcome -> context.runOnContext(_ -> ended(lane, chat, outcome)));
  }

  private void ended(ChannelLane lane, Chat chat, Outcome outcome) {
    end(lane, chat, () -> verdict.apply(lane, chat, outcome));
  }

  private static void end(ChannelLane lane, Chat chat, Runnable judge) {
    Origin origin = chat.origin();
    judge.run();
    lane.done(chat, origin);
  }
}
