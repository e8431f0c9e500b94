package vn.ansinh.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something the service itself says; the words are in `knowledge-base/phrases.yaml`.
public sealed interface Saying
    permits Phrase,
        Label,
        Inbox,
        Joining,
        Saying.Calendar,
        Saying.Card,
        Saying.Broadcast,
        Saying.Profile,
        Saying.ChatCode,
        Saying.Day,
        Saying.Gap {
  List<Saying> ALL =
      Stream.<Saying[]>of(
              Phrase.values(),
              Label.values(),
              Inbox.values(),
              Joining.values(),
              Calendar.values(),
              Card.values(),
              Broadcast.values(),
              Profile.values(),
              ChatCode.values(),
              Day.values(),
              Gap.values())
          .flatMap(Arrays::stream)
          .toList();

  /// Under which key the words are in the file.
  String key();

  /// What is said in calendar files and of them.
  enum Calendar implements Saying {
    NAME,
    /// {name}
    INSURANCE,
    /// {name}
    INSURANCE_GAP,
    /// {name}
    PAYMENT,
    /// {n}
    FILE,
    EMPTY,
    /// {link}
    LINK,
    LINK_STANDS,
    LINK_ENDED,
    LINK_HELD;

    /// `calendar-insurance-gap`.
    @Override
    public String key() {
      return "calendar-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What is said in a child's whole vaccination card: the headings, then a dose's line by what is
  /// known of it.
  enum Card implements Saying {
    GIVEN,
    NOW,
    COMING,
    OTHER,
    /// {given}
    DONE,
    DONE_UNSCHEDULED,
    DONE_DAY_UNKNOWN,
    /// {given} {earliest} {rule}
    INVALID,
    /// {recommended} {reason} {earliest} {rule}
    UPCOMING,
    /// {recommended} {reason}
    UPCOMING_SAME,
    /// {recommended} {reason} {overdue}
    DUE,
    OVERDUE,
    /// {latest}
    AGED_OUT,
    AGED_OUT_BEFORE,
    NOT_SCHEDULED,
    /// {dose} {days} {n}
    LINE,
    LINE_ASSUMED,
    /// {n} {source}
    SOURCE,
    SOURCE_USUAL,
    /// {sources}
    SOURCES;

    /// `card-upcoming-same`.
    @Override
    public String key() {
      return "card-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What officers are told of broadcasts: why something is not done, notes of the service itself,
  /// the names of states and acts.
  enum Broadcast implements Saying {
    TITLE_MISSING,
    /// {most}
    TITLE_LONG,
    EMPTY,
    /// {length} {most}
    TOO_LONG,
    /// {tag}
    TAG_UNKNOWN,
    /// {tag}
    TAG_OPEN,
    /// {tag}
    TAG_CLOSE,
    /// {tag}
    TAG_NESTED,
    /// {tag}
    TAG_EMPTY,
    /// {tag}
    TAG_BROKEN,
    /// {link}
    LINK_BAD,
    GAP_BROKEN,
    /// {gap}
    GAP_UNFILLED,
    /// {id}
    BUTTON_UNKNOWN,
    /// {ids}
    AUDIENCE_UNKNOWN,
    AUDIENCE_BAD,
    AUDIENCE_EMPTY,
    AUDIENCE_NONE,
    CODE_WRONG,
    /// {act} {role}
    ROLE,
    OWN,
    /// {version}
    CHANGED,
    /// {version}
    EDITED,
    /// {id}
    NOT_FOUND,
    /// {act} {state}
    WRONG_STATE,
    /// {time} {date}
    PAST,
    /// {time} {date}
    QUIET,
    REASON_MISSING,
    WHEN_MISSING,
    NOTHING_TO_RETRY,
    /// {n} {reason}
    NOTE_REFUSED,
    /// {time} {date}
    NOTE_MISSED,
    STATE_DRAFT,
    STATE_SUBMITTED,
    STATE_APPROVED,
    STATE_SCHEDULED,
    STATE_RUNNING,
    STATE_PAUSED,
    STATE_DONE,
    STATE_CANCELLED,
    ACT_CREATE,
    ACT_EDIT,
    ACT_SUBMIT,
    ACT_APPROVE,
    ACT_SCHEDULE,
    ACT_START,
    ACT_PAUSE,
    ACT_RESUME,
    ACT_CANCEL,
    ACT_RETRY,
    ACT_FINISH,
    ROLE_READER,
    ROLE_WRITER,
    ROLE_APPROVER,
    ROLE_ADMINISTRATOR;

    /// `broadcast-title-missing`.
    @Override
    public String key() {
      return "broadcast-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What is said to `/ma`, by which a chat is named elsewhere.
  enum ChatCode implements Saying {
    /// {code} {minutes}
    SHOWN,
    ELSEWHERE;

    /// `chat-code-shown`.
    @Override
    public String key() {
      return "chat-code-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is said in `/hoso`, where citizens say what concerns them.
  enum Profile implements Saying {
    CONSENT_VERSION,
    CONSENT,
    REFUSED,
    /// {lines}
    SHOWN,
    EMPTY,
    /// {names}
    NEIGHBOURHOOD,
    /// {names}
    GROUPS,
    /// {names}
    TOPICS,
    ASK_NEIGHBOURHOOD,
    ASK_GROUPS,
    ASK_TOPICS,
    DELETED,
    STOPPED,
    ELSEWHERE,
    IN_PRIVATE,
    /// {lines}
    DATA,
    /// {version} {time} {date}
    DATA_CONSENT,
    COMMAND,
    BUTTON_OPEN,
    BUTTON_NEIGHBOURHOOD,
    BUTTON_GROUPS,
    BUTTON_TOPICS,
    BUTTON_DELETE,
    BUTTON_DONE,
    /// {name}
    BUTTON_MARKED;

    /// `profile-ask-groups`.
    @Override
    public String key() {
      return "profile-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /// What is said of a health-insurance card that has ended.
  enum Gap implements Saying {
    /// {days} {left} {last} {break} {waiting}
    LEFT,
    /// {date} {break} {waiting}
    OVER;

    /// `gap-left`.
    @Override
    public String key() {
      return "gap-" + name().toLowerCase(Locale.ROOT);
    }
  }

  /// What is said of days that are not as plain as a date.
  enum Day implements Saying {
    /// {assumed}; of a dose that was given
    NOT_KNOWN,
    /// {given} {source}; the reason of a dose that was given
    NOT_KNOWN_WHY,
    /// Behind the days of a dose that are counted from an assumed one.
    ASSUMED,
    /// Under a message about such doses.
    ASSUMED_NOTE,
    /// {lunar} {weekday} {date}
    LUNAR,
    LUNAR_LEAP,
    /// {first} {reason}; a payment that begins on a day off
    OFF,
    OFF_PERHAPS,
    /// {first} {reason} {next}
    OFF_NEXT,
    /// {before} {source}; a session that was moved
    MOVED,
    /// {before}; to another day because the office is closed
    MOVED_CLOSED,
    /// {before} {days} {place} {by}; a session that was told of and is on other days now
    SESSION_MOVED,
    SESSION_CANCELLED,
    /// {source}; behind either
    SESSION_BY,
    /// {day}; before the doses that should be given on it
    SESSION_GO,
    SESSION_NOT_YET,
    SESSION_MOVED_WHY,
    SESSION_CANCELLED_WHY;

    /// `day-not-known`.
    @Override
    public String key() {
      return "day-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
