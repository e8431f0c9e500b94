package vn.ansinh.delivery;

import java.time.Duration;

/// What became of one attempt to send.
public sealed interface Outcome {
  /// @param reference the channel's own id of the new message
  record Sent(String reference) implements Outcome {}

  /// The channel asks to wait: nothing may be called in that scope before.
  record RetryAfter(Duration delay) implements Outcome {}

  /// Certainly not delivered, but may work later: no connection, a 5xx answer.
  record Failed(String reason) implements Outcome {}

  /// Certainly not delivered, and trying again is pointless.
  record Refused(String reason) implements Outcome {}

  /// This citizen cannot be reached any more: blocked, chat not found.
  record Unreachable(String reason) implements Outcome {}

  /// The request left us and no answer came: it may or may not have arrived.
  record Unknown(String reason) implements Outcome {}
}
