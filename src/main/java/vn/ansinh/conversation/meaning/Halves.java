package vn.ansinh.conversation.meaning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two parts of a message, where it may ask two things.
///
/// @param apart whether what stands between them can begin another subject, as a question mark or
/// "và" can; a comma alone goes on about the same
record Halves(String first, String second, boolean apart) {
  private static final int MOST = 4;
  private static final int FEWEST_WORDS = 2;

  /// A longer message tells a story, and asks about it.
  private static final int MOST_WORDS = 36;

  private static final Pattern JOINT =
      Pattern.compile(
          "[?;\\n]+\\s*|\\.\\s+"
              + "|,?\\s+(?:và|va|với lại|voi lai|còn|đồng thời|dong thoi|ngoài ra|ngoai ra"
              + "|nhân tiện|nhan tien|tiện thể|tien the|cho hỏi thêm|cho hoi them)\\s+"
              + "|(,\\s*|\\s+(?:rồi|roi|hay là|hay la)\\s+)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SPACE = Pattern.compile("\\s+");

  /// Every way to part a message in two, at most four.
  static List<Halves> of(String text) {
    List<Halves> ways = new ArrayList<>();
    Matcher joint = JOINT.matcher(words(text) > MOST_WORDS ? "" : text);
    while (joint.find() && ways.size() < MOST) {
      String first = text.substring(0, joint.start()).strip();
      String second = text.substring(joint.end()).strip();
      if (words(first) >= FEWEST_WORDS && words(second) >= FEWEST_WORDS) {
        ways.add(new Halves(first, second, joint.group(1) == null));
      }
    }
    return ways;
  }

  private static int words(String text) {
    return SPACE.split(text).length;
  }
}
