package vn.ansinh.text;

import java.util.Locale;

/// What stands on the buttons by which reminders are handled.
public enum Label implements Saying {
  REMIND,
  REMINDERS,
  ADD_INSURANCE,
  ADD_VACCINATION,
  ADD_PAYMENT,
  /// {name}
  OF_INSURANCE,
  /// {name}
  OF_VACCINATION,
  /// {name}
  OF_PAYMENT,
  AGREE,
  DISAGREE,
  CANCEL,
  BACK,
  SAVE,
  RIGHT,
  OTHER_DAY,
  FIX,
  FIX_NAME,
  FIX_EXPIRY,
  FIX_BORN,
  FIX_PEOPLE,
  FIX_GUARDIAN,
  FIX_DOSES,
  FIX_BENEFIT,
  /// {n}
  PEOPLE,
  GUARDIAN,
  NO_GUARDIAN,
  NO_DOSES,
  DOSES_IN_TIME,
  SOME_DOSES,
  /// {vaccine} {n}
  DOSE,
  /// {vaccine} {n}
  DOSE_MARKED,
  MARKED,
  TODAY,
  YESTERDAY,
  /// {date}
  THAT_DAY,
  NEXT_TIME,
  IN_A_WEEK,
  IN_TWO_WEEKS,
  IN_A_MONTH,
  CALENDAR_FILE,
  CALENDAR_LINK,
  NEW_LINK,
  END_LINK,
  KEEP,
  RESUME,
  ERASE,
  ERASE_ALL;

  /// `button-back`.
  @Override
  public String key() {
    return "button-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
