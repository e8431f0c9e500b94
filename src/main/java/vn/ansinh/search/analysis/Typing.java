package vn.ansinh.search.analysis;

import java.text.Normalizer;
import org.jspecify.annotations.Nullable;

/// Reads what a Vietnamese keyboard left undone: `dduwocj`, `d9u7o7c5` -> `được`.
final class Typing {
  private static final String TONE_KEYS = "sfrxj";
  private static final String TONES = "\u0301\u0300\u0309\u0303\u0323";
  private static final String[][] LETTERS = {
    {"dd", "đ"},
    {"uwow", "ươ"},
    {"uwo", "ươ"},
    {"uow", "ươ"},
    {"aa", "â"},
    {"ee", "ê"},
    {"oo", "ô"},
    {"aw", "ă"},
    {"ow", "ơ"},
    {"uw", "ư"},
  };
  private static final String VNI_DIGITS = "123456789";

  private final Vocabulary vocabulary;

  Typing(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /// The known word that these keys were meant to give, in marks; null when there is none.
  @Nullable String read(String keys) {
    String telex = hasDigit(keys) ? telex(keys) : keys;
    if (telex == null || telex.length() < 3) {
      return null;
    }
    int tone = toneKey(telex);
    String letters = tone < 0 ? telex : telex.substring(0, tone) + telex.substring(tone + 1);
    for (String[] pair : LETTERS) {
      letters = letters.replace(pair[0], pair[1]);
    }
    if (tone < 0 && letters.equals(telex)) {
      return null;
    }
    return known(letters, tone < 0 ? 0 : TONES.charAt(TONE_KEYS.indexOf(telex.charAt(tone))));
  }

  private @Nullable String known(String letters, int tone) {
    for (int id : vocabulary.spellings(Spelling.fold(letters))) {
      String apart = Normalizer.normalize(vocabulary.markedText(id), Normalizer.Form.NFD);
      int at = toneMark(apart);
      String toneless = at < 0 ? apart : apart.substring(0, at) + apart.substring(at + 1);
      if ((at < 0 ? 0 : apart.charAt(at)) == tone
          && Normalizer.normalize(toneless, Normalizer.Form.NFC).equals(letters)) {
        return vocabulary.markedText(id);
      }
    }
    return null;
  }

  private static int toneMark(String apart) {
    for (int i = 0; i < apart.length(); i++) {
      if (TONES.indexOf(apart.charAt(i)) >= 0) {
        return i;
      }
    }
    return -1;
  }

  private static int toneKey(String telex) {
    for (int i = telex.length() - 1; i > 0; i--) {
      if (TONE_KEYS.indexOf(telex.charAt(i)) >= 0) {
        return "aeiouyw".indexOf(telex.charAt(i - 1)) >= 0 || i == telex.length() - 1 ? i : -1;
      }
    }
    return -1;
  }

  private static boolean hasDigit(String keys) {
    for (int i = 0; i < keys.length(); i++) {
      if (Character.isDigit(keys.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /// The same keys of the VNI layout, whose marks are digits, in Telex.
  private static @Nullable String telex(String keys) {
    StringBuilder telex = new StringBuilder();
    for (int i = 0; i < keys.length(); i++) {
      char key = keys.charAt(i);
      int digit = VNI_DIGITS.indexOf(key);
      if (digit < 0) {
        telex.append(key);
      } else if (i == 0) {
        return null;
      } else {
        telex.append(
            switch (digit + 1) {
              case 6 -> keys.charAt(i - 1);
              case 7, 8 -> 'w';
              case 9 -> 'd';
              default -> TONE_KEYS.charAt(digit);
            });
      }
    }
    return telex.toString();
  }
}
