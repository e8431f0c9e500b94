package vn.ansinh.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something the service itself says; the words are in `knowledge-base/phrases.yaml`.
public sealed interface Saying
    permits Phrase, Label, Saying.Calendar, Saying.Card, Saying.Day, Saying.Gap {
  List<Saying> ALL =
      Stream.<Saying[]>of(
              Phrase.values(),
              Label.values(),
              Calendar.values(),
              Card.values(),
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
    MOVED_CLOSED;

    /// `day-not-known`.
    @Override
    public String key() {
      return "day-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
