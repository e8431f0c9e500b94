package vn.ansinh.conversation;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Two parts of a message, where it may ask two things.
record Halves(String first, String second) {
  private static final int MOST = 4;
  private static final int FEWEST_WORDS = 2;
  private static final Pattern JOINT =
      Pattern.compile(
          "[?;\\n]+\\s*|\\.\\s+|,\\s*|\\s+(?:và|va|với lại|voi lai|còn|rồi|roi|đồng thời|dong thoi"
              + "|ngoài ra|ngoai ra|nhân tiện|nhan tien|tiện thể|tien the)\\s+",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /// Every way to part a message in two, at most four.
  static List<Halves> of(String text) {
    List<Halves> ways = new ArrayList<>();
    Matcher joint = JOINT.matcher(text);
    while (joint.find() && ways.size() < MOST) {
      Halves halves =
          new Halves(text.substring(0, joint.start()).strip(), text.substring(joint.end()).strip());
      if (hasWords(halves.first) && hasWords(halves.second)) {
        ways.add(halves);
      }
    }
    return ways;
  }

  private static boolean hasWords(String text) {
    return text.split("\\s+").length >= FEWEST_WORDS;
  }
}
