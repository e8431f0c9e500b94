package vn.ansinh.text;

import java.util.Locale;

/// Every fixed sentence the service itself says; the words are in `knowledge-base/phrases.yaml`.
public enum Phrase {
  WELCOME,
  HELP,
  GREETING,
  THANKS,
  GOODBYE,
  WHO_ARE_YOU,
  INSULT,
  EMERGENCY_111,
  EMERGENCY_113,
  EMERGENCY_114,
  EMERGENCY_115,
  /// {sources}
  SOURCES,
  /// {source} {since}
  SOURCE_SINCE,
  /// {contact}
  TO_CONFIRM,
  /// {date}
  LAW_OF_ANOTHER_DAY,
  /// {date}
  LAW_CHANGED_SINCE,
  /// {date}
  LAW_SAME_SINCE,
  /// {date}
  LAW_UNKNOWN_THEN,
  CLARIFY,
  MISUNDERSTOOD,
  NOTHING,
  /// {contact}
  FACET_MISSING,
  TOPICS,
  TOPIC,
  NUMBERED_CHOICES,
  EMPTY,
  TOO_LONG,
  NOT_VIETNAMESE,
  UNSUPPORTED,
  OLD_BUTTON,
  TOO_FAST,
  SORRY,
  BUTTON_TOPICS,
  COMMAND_START,
  COMMAND_HELP,
  COMMAND_TOPICS;

  /// The key in the file: `law-of-another-day`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
