package vn.ansinh.conversation;

import java.util.List;
import java.util.Optional;
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
  Optional<Choice> choice(List<Choice> offered) {
    if (text.length() <= 2 && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      int number = Integer.parseInt(text);
      return number >= 1 && number <= offered.size()
          ? Optional.of(offered.get(number - 1))
          : Optional.empty();
    }
    String words = Vietnamese.fold(text);
    return offered.stream().filter(each -> Vietnamese.fold(each.label()).equals(words)).findFirst();
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
