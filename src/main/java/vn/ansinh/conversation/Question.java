package vn.ansinh.conversation;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.delivery.Choice;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Vietnamese;

/// What a citizen typed, made fit to be understood.
///
/// @param text NFC, without control characters, trimmed
/// @param fault what to say instead of searching; null when it can be searched
record Question(String text, @Nullable Phrase fault) {
  /// Longer than this is no question; the longest real ones have a few hundred characters.
  static final int LONGEST = 2_000;

  /// "2", "số 2", "cái thứ hai", "ý đầu tiên", "cái cuối ạ"; on folded words.
  private static final Pattern ORDINAL =
      Pattern.compile(
          "(?:(?:da|a|chon|lay|hoi) )*(?:(?:cai|so|y|cau|muc|dieu|khoan|loai) )?(?:thu )?"
              + "(\\d|nhat|mot|dau(?: tien)?|hai|nhi|ba|cuoi(?: cung)?)"
              + "(?: (?:a|nhe|nha|di|do|ay|em|ban|ad))*");

  private static final Pattern DIGITS = Pattern.compile("\\d{1,2}");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Map<String, Integer> ORDINALS =
      Map.of("nhat", 1, "mot", 1, "dau", 1, "dau tien", 1, "hai", 2, "nhi", 2, "ba", 3);

  static Question of(String typed) {
    if (typed.length() > LONGEST) {
      return new Question("", Phrase.TOO_LONG);
    }
    String text = Vietnamese.nfc(printable(typed)).strip();
    if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
      return new Question(text, Phrase.EMPTY);
    }
    return new Question(text, foreign(text) ? Phrase.NOT_VIETNAMESE : null);
  }

  /// What is kept of a text for the history, whether or not it can be searched.
  static String shown(String typed) {
    String head = typed.substring(0, Math.min(typed.length(), LONGEST));
    return Vietnamese.nfc(printable(head)).strip();
  }

  /// The offered choice that the text names by its number or its words.
  ///
  /// @param clarifying whether the choices were a question, so that "cái thứ hai" or a part of the
  /// words answers it too
  Optional<Choice> choice(List<Choice> offered, boolean clarifying) {
    String words = words(text);
    int number = clarifying ? ordinal(words, offered.size()) : digits(words);
    if (number > 0) {
      return number <= offered.size() ? Optional.of(offered.get(number - 1)) : Optional.empty();
    }
    List<Choice> named =
        offered.stream().filter(each -> words(each.label()).equals(words)).toList();
    if (named.isEmpty() && clarifying) {
      named =
          offered.stream()
              .filter(each -> (" " + words(each.label()) + " ").contains(" " + words + " "))
              .toList();
    }
    return named.isEmpty() || (clarifying && named.size() > 1)
        ? Optional.empty()
        : Optional.of(named.getFirst());
  }

  /// The offered choice whose words the text says.
  Optional<Choice> named(List<Choice> offered) {
    String words = words(text);
    return offered.stream().filter(each -> words(each.label()).equals(words)).findFirst();
  }

  /// Which of so many choices is meant, from 1; 0 for none.
  private static int ordinal(String words, int choices) {
    Matcher matcher = ORDINAL.matcher(words);
    if (!matcher.matches()) {
      return 0;
    }
    String said = matcher.group(1);
    return said.startsWith("cuoi") ? choices : ORDINALS.getOrDefault(said, digits(said));
  }

  private static int digits(String words) {
    return DIGITS.matcher(words).matches() ? Integer.parseInt(words) : 0;
  }

  private static String words(String text) {
    return BETWEEN_WORDS.matcher(Vietnamese.fold(text)).replaceAll(" ").strip();
  }

  private static String printable(String typed) {
    StringBuilder text = new StringBuilder(typed.length());
    typed
        .codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isISOControl(c) ? ' ' : c)
        // Unpaired surrogates and U+0000 cannot be stored as text.
        .filter(c -> Character.getType(c) != Character.SURROGATE)
        .forEach(text::appendCodePoint);
    return text.toString();
  }

  /// Most letters are of a script that Vietnamese is not written in.
  private static boolean foreign(String text) {
    long letters = text.codePoints().filter(Character::isLetter).count();
    long latin =
        text.codePoints()
            .filter(Character::isLetter)
            .filter(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN)
            .count();
    return letters > 0 && latin * 2 < letters;
  }
}
