package vn.ansinh.search.evaluation;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.search.evaluation.Evaluation.Row;
import vn.ansinh.text.Vietnamese;

/// The same question as other keyboards and other hands write it; it must find the same.
public enum Spoilt {
  /// Marks as characters of their own.
  NFD {
    @Override
    String of(String question) {
      return Normalizer.normalize(question, Normalizer.Form.NFD);
    }
  },
  /// The tone on the other vowel of an open syllable: `hòa` for `hoà`, `thuý` for `thúy`.
  OTHER_TONE {
    @Override
    String of(String question) {
      return OPEN.matcher(Vietnamese.nfc(question))
          .replaceAll(
              found -> {
                int at = TONES.indexOf(found.group());
                int other = at % 4 == 0 ? at + 2 : at - 2;
                return TONES.substring(other, other + 2);
              });
    }
  },
  NO_MARKS {
    @Override
    String of(String question) {
      return Vietnamese.fold(question);
    }
  };

  /// The variant of rows that are typed with all their marks.
  private static final String ACCENTED = "accented";

  /// Each spelling beside its other.
  private static final String TONES =
      "òaoàóaoáỏaoảõaoãọaoạòeoèóeoéỏeoẻõeoẽọeoẹùyuỳúyuýủyuỷũyuỹụyuỵ";

  private static final Pattern OPEN =
      Pattern.compile("(?<![qQ])(?:[òóỏõọ][ae]|o[àáảãạèéẻẽẹ]|[ùúủũụ]y|u[ỳýỷỹỵ])(?![\\p{L}\\p{M}])");

  abstract String of(String question);

  /// `nfd`, `other-tone`, `no-marks`.
  public String variant() {
    return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }

  /// The accented rows, written so.
  public List<Row> rows(List<Row> rows) {
    return rows.stream()
        .filter(row -> row.variant().equals(ACCENTED))
        .map(row -> new Row(row.id(), of(row.question()), variant(), row.expected(), row.facets()))
        .toList();
  }

  /// The accented rows in every way.
  public static List<Row> all(List<Row> rows) {
    return Stream.of(values()).flatMap(spoilt -> spoilt.rows(rows).stream()).toList();
  }
}
