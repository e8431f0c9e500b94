package vn.ansinh.conversation.meaning;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.text.Vietnamese;

/// Recognises that a message takes back the one before: "không, ý tôi là …", "à nhầm, …", "không
/// phải, tôi hỏi …".
public final class Correction {
  private static final String I = "(?:toi|em|minh|con|chau|tui|to|bac|co|chu|anh|chi|ong|ba|me)";
  private static final String ASK = "(?:muon )?hoi(?: la| ve| cho)?\\b";
  private static final String NO = "(?:khong|ko|hong|kg)(?: phai)?(?: the| vay| cai do| cai ay)?";

  /// On folded text. "Không có lương hưu" and "không phải hộ nghèo" correct nothing: after the word
  /// for no there must be a pause, or the words that say what was meant.
  private static final Pattern OPENING =
      Pattern.compile(
          "^(?:(?:a|o|u|oi|da|thoi|ay|the)[ ,]+)*(?:"
              + (NO + "(?: dau)?(?: a)?[ ,.!]+y " + I + "(?: " + ASK + "| la| noi)?")
              + ("|y " + I + "(?: " + ASK + "| la| noi| muon noi)")
              + ("|" + NO + "(?: dau)?(?: a)?(?:$|[,.!]+)(?: *" + I + " " + ASK + ")?")
              + ("|khong phai " + I + " " + ASK)
              + ("|(?:" + I + " )?(?:hoi |viet |noi |go )?(?:nham|lon)(?: roi| mat| ti| chut)*")
              + ("(?:$|[,.!]+| (?=" + I + " ))(?: *" + I + " (?:" + ASK + "|la))?")
              + "|sai roi(?:$|[ ,.!]+)"
              + ")[ ,.:!]*");

  private Correction() {}

  /// What a correcting message says after its opening, possibly nothing; empty when the message
  /// corrects nothing.
  ///
  /// @param text NFC
  public static Optional<String> rest(String text) {
    String folded = Vietnamese.fold(text);
    Matcher matcher = OPENING.matcher(folded);
    // A letter that folds to more or fewer would shift what follows.
    return folded.length() == text.length() && matcher.find()
        ? Optional.of(text.substring(matcher.end()).strip())
        : Optional.empty();
  }
}
