package vn.ansinh.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// Something the service itself says; the words are in `knowledge-base/phrases.yaml`.
public sealed interface Saying permits Phrase, Label, Saying.Calendar {
  List<Saying> ALL =
      Stream.<Saying[]>of(Phrase.values(), Label.values(), Calendar.values())
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
}
