package vn.ansinh.reminder;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A button under a reminder. Its data says everything, so that it works at any later time, and
/// that of an erased reminder is recognised as such.
public record Tap(Action action, ReminderId reminder) {
  private static final Pattern DATA = Pattern.compile("r:([a-z]{1,12}):(\\d{1,18})");

  public enum Action {
    /// The card was renewed.
    RENEWED,
    /// Doses were given.
    GIVEN,
    /// Not now.
    LATER,
    /// Show the whole: card, dates.
    SHOW,
    /// Its days as a calendar file.
    FILE,
    /// No more of this one.
    END;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /// `r:<action>:<id>`, at most 33 bytes.
  public String data() {
    return "r:" + action.key() + ":" + reminder.value();
  }

  /// Empty for data that is no such button's.
  public static Optional<Tap> parse(String data) {
    Matcher matcher = DATA.matcher(data);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    for (Action action : Action.values()) {
      if (action.key().equals(matcher.group(1))) {
        return Optional.of(new Tap(action, new ReminderId(Long.parseLong(matcher.group(2)))));
      }
    }
    return Optional.empty();
  }
}
