package vn.ansinh.search.analysis;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The spelling of one syllable: one tone placement, one choice of i and y, and its letters without
/// marks.
final class Spelling {
  private static final char[] FOLDED = foldTable();
  private static final String OLD_ENDINGS = "òaóaỏaõaọaòeóeỏeõeọeùyúyủyũyụy";
  private static final String NEW_ENDINGS = "oàoáoảoãoạoèoéoẻoẽoẹuỳuýuỷuỹuỵ";
  private static final String Y = "yỳýỷỹỵ";
  private static final String I = "iìíỉĩị";
  private static final Set<String> INITIALS =
      words(" b c ch d g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x");
  private static final Set<String> RIMES =
      words(
          """
          a ac ach ai am an ang anh ao ap at au ay e ec ech em en eng enh eo ep et eu i ia ich iec iem ien ieng iep \
          iet ieu im in inh ip it iu o oa oac oach oai oam oan oang oanh oao oap oat oay oc oe oen oeo oet oi om on \
          ong ooc oong op ot u ua uan uang uat uay uc ue uech uenh ui um un ung uo uoc uoi uom uon uong uop uot uou \
          up ut uu uy uya uych uyen uyet uynh uyt uyu y yem yen yeng yet yeu""");

  private Spelling() {}

  /// Without marks, đ as d; the text is lower case.
  static String fold(String text) {
    int first = 0;
    while (first < text.length() && foldChar(text.charAt(first)) == text.charAt(first)) {
      first++;
    }
    if (first == text.length()) {
      return text;
    }
    char[] chars = text.toCharArray();
    for (int i = first; i < chars.length; i++) {
      chars[i] = foldChar(chars[i]);
    }
    return new String(chars);
  }

  /// `oà` as `òa`, `uý` as `úy` (not after q), `kỹ` as `kĩ`.
  static String normal(String syllable) {
    String placed = placeTone(syllable);
    int last = placed.length() - 1;
    int y = last < 1 ? -1 : Y.indexOf(placed.charAt(last));
    return y >= 0 && takesI(placed, last) ? placed.substring(0, last) + I.charAt(y) : placed;
  }

  /// Whether a folded syllable can be Vietnamese at all; typing errors often cannot.
  static boolean isPossible(String folded) {
    for (int cut = Math.min(3, folded.length() - 1); cut >= 0; cut--) {
      if (INITIALS.contains(folded.substring(0, cut)) && RIMES.contains(folded.substring(cut))) {
        return true;
      }
    }
    return false;
  }

  private static String placeTone(String syllable) {
    int length = syllable.length();
    if (length < 2 || (length > 2 && syllable.charAt(length - 3) == 'q')) {
      return syllable;
    }
    char vowel = syllable.charAt(length - 2);
    if (vowel != 'o' && vowel != 'u') {
      return syllable;
    }
    for (int i = 0; i < NEW_ENDINGS.length(); i += 2) {
      if (syllable.endsWith(NEW_ENDINGS.substring(i, i + 2))) {
        return syllable.substring(0, length - 2) + OLD_ENDINGS.substring(i, i + 2);
      }
    }
    return syllable;
  }

  private static boolean takesI(String syllable, int last) {
    return switch (syllable.charAt(last - 1)) {
      case 'h', 'k', 'l', 'm', 's', 't' -> last == 1;
      case 'u' -> last == 2 && syllable.charAt(0) == 'q';
      default -> false;
    };
  }

  private static char foldChar(char c) {
    return c < FOLDED.length ? FOLDED[c] : c;
  }

  private static char[] foldTable() {
    char[] table = new char[0x1F00];
    for (char c = 0; c < table.length; c++) {
      String bare = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFD);
      table[c] = c == 'đ' ? 'd' : bare.charAt(0);
    }
    return table;
  }

  private static Set<String> words(String list) {
    return new HashSet<>(List.of(list.split(" ", -1)));
  }
}
