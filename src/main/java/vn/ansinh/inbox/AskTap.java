package vn.ansinh.inbox;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.delivery.Choice;

/// What the buttons mean by which a citizen asks the officers. Their data begins with `o`.
public sealed interface AskTap {
  /// Asks about the answer under which the button is.
  ///
  /// @param about `e:<entry>:<facet>` of that answer; empty under a refusal
  record Open(String about) implements AskTap {}

  /// Hands the exchange over as it is.
  record Send(long delivery) implements AskTap {}

  /// Hands nothing over. As long as this button is the last one offered, what is typed goes to the
  /// officers.
  ///
  /// @param delivery of the exchange that would be handed over; 0 for none
  /// @param at when the button was shown
  record Cancel(long delivery, Instant at) implements AskTap {}

  /// Asks on after an officer's answer.
  record More() implements AskTap {}

  /// The answer was understood.
  record Clear() implements AskTap {}

  /// Takes the question back.
  record Withdraw() implements AskTap {}

  Pattern SEND = Pattern.compile("o:s:(\\d{1,18})");
  Pattern CANCEL = Pattern.compile("o:c:(\\d{1,18}):(\\d{1,11})");

  /// At most 54 bytes.
  default String data() {
    return switch (this) {
      case Open(String about) -> about.isEmpty() ? "o" : "o:" + about;
      case Send(long delivery) -> "o:s:" + delivery;
      case Cancel(long delivery, Instant at) -> "o:c:" + delivery + ":" + at.getEpochSecond();
      case More _ -> "o:m";
      case Clear _ -> "o:k";
      case Withdraw _ -> "o:w";
    };
  }

  default Choice choice(String label) {
    return new Choice(label, data());
  }

  /// Empty for data that no button of ours carries.
  static Optional<AskTap> parse(String data) {
    return switch (data) {
      case "o" -> Optional.of(new Open(""));
      case "o:m" -> Optional.of(new More());
      case "o:k" -> Optional.of(new Clear());
      case "o:w" -> Optional.of(new Withdraw());
      default -> numbered(data);
    };
  }

  private static Optional<AskTap> numbered(String data) {
    if (data.startsWith("o:e:")) {
      return Optional.of(new Open(data.substring(2)));
    }
    Matcher send = SEND.matcher(data);
    if (send.matches()) {
      return Optional.of(new Send(Long.parseLong(send.group(1))));
    }
    Matcher cancel = CANCEL.matcher(data);
    return cancel.matches()
        ? Optional.of(
            new Cancel(
                Long.parseLong(cancel.group(1)),
                Instant.ofEpochSecond(Long.parseLong(cancel.group(2)))))
        : Optional.empty();
  }
}
