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
  /// {given} {earliest} {rule} {source}
  VACCINE_DONE,
  VACCINE_INVALID,
  /// {given} {from}
  VACCINE_DONE_UNSCHEDULED,
  /// {earliest} {rule} {recommended} {reason} {overdue} {source}
  VACCINE_UPCOMING,
  VACCINE_DUE,
  VACCINE_OVERDUE,
  /// {period} {latest} {source}
  VACCINE_AGED_OUT,
  VACCINE_AGED_OUT_BEFORE,
  /// {from}
  VACCINE_NOT_SCHEDULED,
  /// {source}
  VACCINE_SOURCE,
  VACCINE_SOURCE_USUAL,
  /// {period}; a condition that sets a day
  VACCINE_AT_BIRTH,
  VACCINE_MINIMUM_AGE,
  VACCINE_MINIMUM_INTERVAL,
  VACCINE_REPEAT_INTERVAL,
  /// {period} {vaccine} {dose}
  VACCINE_FOLLOWED_INTERVAL,
  VACCINE_EARLIEST,
  VACCINE_RECOMMENDED_AGE,
  VACCINE_RECOMMENDED_INTERVAL,
  VACCINE_RECOMMENDED_FOLLOWED_INTERVAL,
  VACCINE_RECOMMENDED_REPEAT_INTERVAL,
  VACCINE_LATEST,
  /// {n}
  PERIOD_YEARS,
  PERIOD_MONTHS,
  PERIOD_WEEKS,
  PERIOD_DAYS,
  /// {expires} {law} {days}
  REMINDER_WHY_INSURANCE_BEFORE,
  REMINDER_WHY_INSURANCE_DAY,
  /// {expires} {law} {days} {last} {break} {waiting}
  REMINDER_WHY_INSURANCE_GAP,
  /// {name} {expires} {days}
  REMINDER_INSURANCE_BEFORE,
  REMINDER_INSURANCE_DAY,
  /// {name} {expires} {days} {last} {break} {waiting}
  REMINDER_INSURANCE_GAP,
  /// {first}
  REMINDER_INSURANCE_COST,
  /// {people} {first} {all}
  REMINDER_INSURANCE_COST_SEVERAL,
  REMINDER_BUTTON_RENEWED,
  REMINDER_BUTTON_LATER,
  REMINDER_BUTTON_END,
  BUTTON_TOPICS,
  COMMAND_START,
  COMMAND_HELP,
  COMMAND_TOPICS,
  DATE_NOT_UNDERSTOOD,
  DATE_NO_SUCH_DAY,
  DATE_NO_SUCH_MONTH,
  DATE_DAY_NOT_IN_MONTH,
  DATE_DAY_NOT_IN_LUNAR_MONTH,
  DATE_NO_SUCH_LEAP_MONTH,
  DATE_YEAR_OUT_OF_RANGE,
  DATE_OTHER_WEEKDAY,
  DATE_SEVERAL,
  /// {from} {to}
  DATE_VAGUE,
  /// {date}
  DATE_PAST,
  /// {date}
  DATE_FUTURE;

  /// The key in the file: `law-of-another-day`.
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
