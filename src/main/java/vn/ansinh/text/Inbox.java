package vn.ansinh.text;

import java.util.Locale;

/// What is said when a citizen asks the officers, to the citizen and in the officers' group.
public enum Inbox implements Saying {
  /// {question} {answer}
  CONFIRM,
  /// {answer}; when the words of the question are not known any more
  CONFIRM_ANSWER,
  /// When there is nothing yet to be handed over.
  WRITE,
  /// Under both of them, while a case is open.
  JOINS,
  /// {hours} {time} {weekday} {date}
  SENT,
  /// {time} {weekday} {date}
  SENT_MORE,
  /// Where the answer is found.
  SENT_WEB,
  NOTHING_SENT,
  WITHDRAWN,
  CLEAR,
  NONE_OPEN,
  IN_PRIVATE,
  ANSWER,
  /// {lines}
  DATA,
  /// {number} {date} {state}
  DATA_LINE,
  STATE_WAITING,
  STATE_ANSWERED,
  STATE_CLOSED,
  /// {number} {link}
  NOTICE_NEW,
  /// {number} {link}
  NOTICE_MORE,
  /// {number} {link}
  NOTICE_LATE,
  BUTTON_ASK,
  BUTTON_SEND,
  BUTTON_CANCEL,
  BUTTON_WITHDRAW,
  BUTTON_MORE,
  BUTTON_CLEAR;

  /// `inbox-sent-more`.
  @Override
  public String key() {
    return "inbox-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
