package vn.ansinh.text;

import java.util.Locale;

/// Every fixed sentence the service itself says; the words are in `knowledge-base/phrases.yaml`.
public enum Phrase implements Saying {
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
  FILE_LINK,
  EMPTY,
  TOO_LONG,
  NOT_VIETNAMESE,
  UNSUPPORTED,
  OLD_BUTTON,
  TOO_FAST,
  SORRY,
  CONSENT_VERSION,
  CONSENT,
  ASK_HOLDER,
  /// {name}
  ASK_EXPIRY,
  /// {name}
  ASK_PEOPLE,
  ASK_NICKNAME,
  /// {name}
  ASK_BORN,
  /// {name}
  ASK_GUARDIAN,
  /// {name}
  ASK_DOSES,
  /// {name}
  ASK_DOSES_MARKED,
  ASK_BENEFIT,
  ASK_FIX,
  /// {name}
  ASK_RENEWED,
  /// {name}
  ASK_GIVEN_DOSES,
  /// {name}
  ASK_GIVEN_DAY,
  /// {name}
  ASK_LATER,
  /// {name} {date} {people}
  CHECK_INSURANCE,
  /// {name} {date}
  CHECK_VACCINATION,
  /// {name} {date} {doses}
  CHECK_VACCINATION_GIVEN,
  /// {benefit}
  CHECK_PAYMENT,
  NOT_AN_ANSWER,
  NAME_TOO_LONG,
  NAME_NOT_LETTERS,
  PEOPLE_OUT_OF_RANGE,
  /// {date}
  EXPIRY_TOO_FAR,
  /// {date}
  CHILD_TOO_OLD,
  /// {date}
  LATER_TOO_FAR,
  GIVEN_BEFORE_BIRTH,
  GIVEN_NONE,
  /// {name}
  GIVEN_NOTHING_OPEN,
  NO_GUARDIAN,
  CANCELLED,
  FORM_GONE,
  /// {lines}
  REMIND_LIST,
  REMIND_LIST_EMPTY,
  /// {name} {date}
  REMIND_INSURANCE,
  /// {name} {date}
  REMIND_VACCINATION,
  /// {name}
  REMIND_PAYMENT,
  /// {what}
  REMIND_KEPT,
  /// {what}
  REMIND_CHANGED,
  /// {what}
  REMIND_ALREADY,
  /// {time} {date}
  REMIND_NEXT,
  REMIND_NEXT_UNKNOWN,
  /// {people} {days}
  REMIND_TIMES,
  REMIND_FULL,
  REMIND_GONE,
  REMIND_STOPPED,
  REMIND_ELSEWHERE,
  REMIND_IN_PRIVATE,
  EDITED_IN_FORM,
  /// {name} {date}
  RENEWED_PROPOSED,
  /// {name} {date}
  RENEWED_ALREADY,
  /// {n} {name} {date}
  GIVEN_KEPT,
  /// {date} {name}
  LATER_KEPT,
  LATER_AS_PLANNED,
  /// {what}
  END_SURE,
  /// {what}
  ENDED,
  DATA_LEAD,
  /// {lines}
  DATA_REMINDERS,
  /// {name} {people}
  DATA_INSURANCE,
  /// {name} {doses}
  DATA_DOSES,
  /// {version} {time} {date}
  DATA_CONSENT,
  DATA_NO_CONSENT,
  DATA_REST,
  ERASE_SURE,
  ERASED,
  STOPPED,
  RESUMED,
  /// {vaccine} {n}
  DOSE,
  COMMAND_REMIND,
  COMMAND_DATA,
  COMMAND_ERASE,
  COMMAND_STOP,
  COMMAND_RESUME,
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
  RATED_HELPFUL,
  RATED_UNHELPFUL,
  /// {contact}
  RATED_WHY,
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
  /// {days}
  REMINDER_WHEN_BEFORE,
  REMINDER_WHEN_MORNING,
  /// {when} {day} {source} {doses} {law}
  REMINDER_WHY_SESSION,
  REMINDER_WHY_SESSION_MONTHLY,
  /// {when} {day} {doses} {law}
  REMINDER_WHY_RECOMMENDED,
  REMINDER_WHY_MONTHLY,
  /// {dose} {recommended} {overdue}
  REMINDER_WHY_DOSE,
  /// {vaccine} {dose}
  REMINDER_DOSE,
  /// {dose} {overdue}
  REMINDER_DOSE_OVERDUE,
  /// {dose} {overdue} {latest}
  REMINDER_DOSE_LATEST,
  REMINDER_DOSE_OVERDUE_LATEST,
  /// {place}
  REMINDER_AT_PLACE,
  /// {name}
  REMINDER_VACCINATION_FIRST,
  /// {day} {place} {source}
  REMINDER_VACCINATION_SESSION,
  REMINDER_VACCINATION_TODAY,
  /// {day}
  REMINDER_VACCINATION_RECOMMENDED,
  REMINDER_VACCINATION_OVERDUE,
  REMINDER_VACCINATION_SOURCE,
  /// {day}
  REMINDER_ONE_DAY,
  /// {first} {last}
  REMINDER_SEVERAL_DAYS,
  /// {days} {source} {contact}
  REMINDER_WHY_PAYMENT,
  REMINDER_WHY_PAYMENT_USUAL,
  /// {before} {days} {source}
  REMINDER_WHY_PAYMENT_CHANGED,
  REMINDER_WHY_PAYMENT_CANCELLED,
  /// {name} {days} {place} {source} {contact}
  REMINDER_PAYMENT,
  REMINDER_PAYMENT_USUAL,
  /// {times}
  REMINDER_PAYMENT_TOGETHER,
  /// {name} {before} {contact}
  REMINDER_PAYMENT_CHANGED,
  REMINDER_PAYMENT_CANCELLED,
  /// {name} {source} {contact}
  REMINDER_PAYMENT_UNKNOWN,
  REMINDER_BUTTON_RENEWED,
  REMINDER_BUTTON_GIVEN,
  REMINDER_BUTTON_PUT_OFF,
  REMINDER_BUTTON_CARD,
  REMINDER_BUTTON_LATER,
  REMINDER_BUTTON_END,
  BUTTON_TOPICS,
  BUTTON_HELPFUL,
  BUTTON_UNHELPFUL,
  BUTTON_WRONG,
  BUTTON_OFF_QUESTION,
  BUTTON_UNCLEAR,
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

  /// `law-of-another-day`.
  @Override
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
