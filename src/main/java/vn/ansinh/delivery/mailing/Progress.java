package vn.ansinh.delivery.mailing;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/// How far a broadcast has come, counted at one moment; all but the first add up to the first.
///
/// @param recipients to whom it was launched
/// @param refused by the channel for good
/// @param failed given up after many attempts
/// @param unreachable blocked us or gone
/// @param unknown sent without an answer: may have arrived or not
/// @param waiting tried at least once, or being sent this moment
/// @param left not tried yet
/// @param stopped who wanted no messages any more
/// @param cancelled not sent because the broadcast was cancelled
/// @param joined not sent because their citizens get it in another chat of theirs, joined since
/// @param erased whose data were erased meanwhile
public record Progress(
    int recipients,
    int sent,
    int refused,
    int failed,
    int unreachable,
    int unknown,
    int waiting,
    int left,
    int stopped,
    int cancelled,
    int joined,
    int erased) {
  /// Whether nothing is to be sent any more.
  public boolean isOver() {
    return waiting == 0 && left == 0;
  }

  /// How long it takes from now on, at a rate in messages a second.
  public Duration toGo(double perSecond) {
    return Duration.ofSeconds((long) Math.ceil((waiting + left) / perSecond));
  }

  public JsonObject toJson() {
    return new JsonObject()
        .put("recipients", recipients)
        .put("sent", sent)
        .put("refused", refused)
        .put("failed", failed)
        .put("unreachable", unreachable)
        .put("unknown", unknown)
        .put("waiting", waiting)
        .put("left", left)
        .put("stopped", stopped)
        .put("cancelled", cancelled)
        .put("joined", joined)
        .put("erased", erased);
  }

  /// What an earlier version wrote knows nothing of joined chats.
  public static Progress ofJson(JsonObject json) {
    return new Progress(
        json.getInteger("recipients"),
        json.getInteger("sent"),
        json.getInteger("refused"),
        json.getInteger("failed"),
        json.getInteger("unreachable"),
        json.getInteger("unknown"),
        json.getInteger("waiting"),
        json.getInteger("left"),
        json.getInteger("stopped"),
        json.getInteger("cancelled"),
        json.getInteger("joined", 0),
        json.getInteger("erased"));
  }
}
