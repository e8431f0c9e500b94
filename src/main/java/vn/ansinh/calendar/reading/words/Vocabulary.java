package vn.ansinh.calendar.reading.words;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.reading.words.Spoken.Word;
import vn.ansinh.text.Vietnamese;

/// What the words of dates mean, written with marks; they are found without marks too.
final class Vocabulary {
  /// Meaning: the ways to say it. A meaning may be several words.
  private static final String[][] TERMS = {
    {"DAY", "ngày"},
    {"MONTH", "tháng", "thg", "th"},
    {"YEAR", "năm"},
    {"WEEK", "tuần"},
    {"MUNG", "mùng", "mồng"},
    {"LUNAR DAY 15", "rằm", "ngày rằm"},
    {"LUNAR MONTH 1", "tháng giêng", "giêng"},
    {"LUNAR MONTH 12", "tháng chạp", "chạp"},
    {"LUNAR TET", "tết", "tết âm", "tết âm lịch", "tết nguyên đán", "tết ta"},
    {"DAY 1 MONTH 1", "tết dương lịch", "tết dương", "tết tây"},
    {"LUNAR DAY 15 MONTH 8", "trung thu", "tết trung thu", "rằm trung thu"},
    {"LUNAR 30 TET", "giao thừa", "đêm giao thừa", "tất niên"},
    {"LUNAR", "âm", "âm lịch", "lịch âm", "al", "âl", "lịch ta"},
    {"", "dương", "dương lịch", "lịch dương", "dl", "lịch tây"},
    {"LEAP", "nhuận"},
    {"NEXT", "sau", "tới", "sang", "kế", "kế tiếp", "tiếp theo", "tiếp"},
    {"THIS", "này", "nay"},
    {"LAST", "trước", "ngoái", "qua", "rồi", "vừa rồi", "vừa qua"},
    {"MORE", "nữa"},
    {"AGO", "cách đây"},
    {"START", "đầu"},
    {"MIDDLE", "giữa"},
    {"END", "cuối", "hết"},
    {"TODAY", "hôm nay", "bữa nay", "ngày hôm nay", "hnay"},
    {"TOMORROW", "mai", "ngày mai", "hôm mai", "bữa mai", "sáng mai", "chiều mai", "tối mai"},
    {"AFTER-TOMORROW", "mốt", "ngày mốt", "bữa mốt", "ngày kia", "kia", "sáng mốt"},
    {"YESTERDAY", "hôm qua", "ngày hôm qua", "bữa qua", "tối qua", "sáng qua", "hqua"},
    {"BEFORE-YESTERDAY", "hôm kia", "bữa kia", "hôm trước nữa", "hôm kìa"},
    {"HALF", "nửa"},
    {"DAYS", "hôm", "bữa"},
    {"WEEKDAY", "thứ"},
    {"WEEKDAY 8", "chủ nhật", "cn", "chúa nhật"},
    {"AGE", "tuổi"},
    // Said around a date, without a meaning for it.
    {"", "ạ", "dạ", "vâng", "là", "vào", "nhé", "nha", "thì", "à", "ừ", "đến", "tận", "của"},
    {"", "sinh", "sinh ngày", "ngày sinh", "sinh vào", "sn", "đẻ", "bé", "cháu", "con", "nó", "em"},
    {"", "thẻ", "bảo hiểm", "bhyt", "hạn", "hết hạn", "có hạn", "giá trị", "hạn đến", "hạn dùng"},
    {"", "tôi", "mình", "tiêm", "đã tiêm", "tiêm ngày", "khoảng", "chắc", "tầm", "dịp", "hôm ấy"},
  };

  private static final int LONGEST = 4;
  private static final Map<String, String> MARKED = new HashMap<>();
  private static final Map<String, String> BARE = new HashMap<>();

  static {
    for (String[] term : TERMS) {
      for (String said : Arrays.asList(term).subList(1, term.length)) {
        MARKED.put(said, term[0]);
        // The first to claim a way without marks keeps it.
        BARE.putIfAbsent(Vietnamese.fold(said), term[0]);
      }
    }
  }

  /// @param meaning words joined by blanks, empty for none
  /// @param length how many words of the text it took
  record Term(String meaning, int length) {}

  private Vocabulary() {}

  /// The longest term at a place.
  ///
  /// @param before the meanings of the words before
  static Term termAt(List<Word> words, int at, List<String> before) {
    if (words.get(at).isNumber() || words.get(at).written().length() == 1 && isSign(words, at)) {
      return new Term(words.get(at).written(), 1);
    }
    for (int length = Math.min(LONGEST, words.size() - at); length > 1; length--) {
      String meaning = meaning(words.subList(at, at + length));
      if (meaning != null) {
        return new Term(meaning, length);
      }
    }
    Term number = SpokenNumber.at(words, at, before);
    if (number.length() > 0) {
      return number;
    }
    return new Term(single(words, at), 1);
  }

  private static boolean isSign(List<Word> words, int at) {
    return !Character.isLetter(words.get(at).written().charAt(0));
  }

  private static String single(List<Word> words, int at) {
    if (words.get(at).folded().equals("t") && at + 1 < words.size()) {
      return words.get(at + 1).isNumber() ? "T" : "AGE";
    }
    String meaning = meaning(words.subList(at, at + 1));
    return meaning == null ? "x" : meaning;
  }

  private static @Nullable String meaning(List<Word> words) {
    String written = String.join(" ", words.stream().map(Word::written).toList());
    String exact = MARKED.get(written);
    if (exact != null) {
      return exact;
    }
    // A wrong mark makes another word; a missing one does not.
    boolean marked = words.stream().anyMatch(Word::isMarked);
    return marked ? null : BARE.get(written);
  }
}
