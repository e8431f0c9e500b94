package vn.ansinh.text;

import java.util.Locale;

/// What is said when two chats are joined as one citizen's, used together, and parted.
public enum Joining implements Saying {
  CONSENT_VERSION,
  /// {code} {minutes}
  SHOWN,
  /// {here} {other}; before two chats are joined
  SURE,
  REFUSED,
  /// {here} {other}
  JOINED,
  /// {n}; under the last, when reminders of the same were made one
  MERGED,
  /// When messages were stopped in one of the two.
  STOPPED,
  /// {here} {other}; to the other chat
  JOINED_TOLD,
  /// {here} {other}
  ALREADY,
  OWN,
  /// {here}
  SAME,
  /// {left}
  WRONG,
  /// {minutes}
  WAIT,
  /// {both}; on the web page
  ELSEWHERE,
  /// Where there are no two messengers.
  NOTHING_TO_JOIN,
  IN_PRIVATE,
  /// To who asks for a choice and has one chat.
  ALONE,
  ASK_CHANNEL,
  /// {place}
  CHOSEN,
  CHOSEN_MADE,
  /// {other}
  PARTED,
  /// {place} {lines}
  KEEPS,
  /// {place}
  KEEPS_NOTHING,
  PARTED_END,
  /// {other}; to the other chat
  PARTED_TOLD,
  /// {other}; under a reminder that goes to the other chat than was chosen
  INSTEAD,
  /// {here} {other}; under what is held in both
  BOTH,
  /// {here} {other}
  ERASE_SURE,
  /// {here} {other}
  ERASED,
  /// {here} {other}
  SILENT,
  COMMAND,
  COMMAND_CHANNEL,
  COMMAND_PART,
  BUTTON_JOIN,
  BUTTON_REFUSE,
  /// {place}
  BUTTON_CHANNEL,
  BUTTON_MADE,
  BUTTON_CHOOSE;

  /// `joining-consent-version`.
  @Override
  public String key() {
    return "joining-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
