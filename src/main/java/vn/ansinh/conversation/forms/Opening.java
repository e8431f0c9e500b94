package vn.ansinh.conversation.forms;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.joining.JoinCodes;

/// A text that is about reminders and not a question: "nhắc tôi gia hạn thẻ", "đừng nhắc nữa".
///
/// @param topic what is to be added; null when it is not said
/// @param words the text, for what it says besides
public record Opening(Matter matter, @Nullable Topic topic, Words words) {
  public enum Matter {
    LIST,
    ADD,
    DATA,
    ERASE,
    STOP,
    RESUME,
    PROFILE,
    /// Two chats: the code is shown, or one was typed.
    JOIN,
    CHANNEL,
    PART
  }

  private static final Map<String, Matter> COMMANDS =
      Map.of(
          "/nhac", Matter.LIST,
          "/dulieu", Matter.DATA,
          "/xoadulieu", Matter.ERASE,
          "/dung", Matter.STOP,
          "/tieptuc", Matter.RESUME,
          "/hoso", Matter.PROFILE,
          "/noi", Matter.JOIN,
          "/kenh", Matter.CHANNEL,
          "/tachnoi", Matter.PART);

  private static final String END =
      "(?: (?:cua )?(?:toi|minh|em|con|chau|bac))?(?: (?:di|a|nhe|voi"
          + "|nua|het|giup|ngay))*[ .!]*";
  private static final String I =
      "(?:(?:cho|hay|xin|lam on|vui long|nho|giup|da|a|oi|em|toi|con|chau|bac|minh|co|anh|chi|ad"
          + "|an sinh|muon|can|duoc)[ ,]+)*";

  private static final String PLACES =
      "(?:zalo|telegram|tele|khung chat|tai khoan|hai noi|hai ben)";

  private static final Map<Matter, Pattern> WHOLE =
      Map.of(
          Matter.JOIN,
              Pattern.compile(
                  I
                      + "(?:noi|ket noi|lien ket|ghep) (?:hai |2 |cai )?"
                      + PLACES
                      + "(?: (?:va|voi|sang|vao|qua|cung) (?:cai )?"
                      + PLACES
                      + ")?"
                      + END),
          Matter.PART,
              Pattern.compile(
                  I
                      + "(?:(?:tach noi|bo noi|huy noi|(?:bo|huy|ngat) (?:ket noi|lien ket))"
                      + "(?: (?:hai |2 )?"
                      + PLACES
                      + "(?: (?:va|voi|khoi) "
                      + PLACES
                      + ")?)?|tach (?:hai |2 )?"
                      + PLACES
                      + "(?: (?:va|voi|khoi|ra khoi) "
                      + PLACES
                      + ")?)"
                      + END),
          Matter.CHANNEL,
              Pattern.compile(
                  I
                      + "(?:chon|doi) (?:kenh|(?:noi|kenh|cho) (?:nhan|gui)"
                      + "(?: (?:tin|tin nhac|loi nhac|nhac|thong bao))?)"
                      + END),
          Matter.ERASE,
              Pattern.compile(
                  I
                      + "xoa (?:bo |het |toan bo |moi |tat ca )*(?:du lieu|thong tin)(?: ca nhan)?"
                      + END),
          Matter.DATA,
              Pattern.compile(
                  I
                      + "(?:xem )?(?:lai )?(?:du lieu|thong tin)(?: ca nhan)? cua "
                      + "(?:toi|minh|em|con|chau|bac)"
                      + END),
          Matter.STOP,
              Pattern.compile(
                  I
                      + "(?:dung|ngung|thoi|tat|khong|ko|dung co) (?:gui )?(?:moi |het |cac )*"
                      + "(?:nhac|tin nhac|nhan tin|loi nhac|gui tin)"
                      + END),
          Matter.RESUME,
              Pattern.compile(
                  I
                      + "(?:tiep tuc|bat lai|mo lai|nhan lai) (?:gui )?"
                      + "(?:nhac|tin nhac|loi nhac|nhan tin)"
                      + END),
          Matter.LIST,
              Pattern.compile(
                  I
                      + "(?:xem )?(?:cac |nhung )?(?:loi nhac|lich nhac)"
                      + "(?: (?:cua toi|da dat|dang dat))?(?: nao)?[ .!]*"));

  /// "Nhắc lại" and "nhắc đến" ask for nothing of the kind.
  private static final Pattern ADD =
      Pattern.compile(
          "^"
              + I
              + "(?:dat (?:lich |loi )?(nhac)\\b(?: nho| hen)?|(nhac)(?: nho)?"
              + "(?=[ .!]*$| (?:toi|em|minh|con|chau|bac|co|chu|anh|chi|ong|ba|me|bo|nha|giup|ho"
              + "|gia han|lich|han|ngay|di|tiem|dong|linh|nhan|the|bhyt)\\b))");

  private static final Pattern INSURANCE =
      Pattern.compile("\\b(?:the|bhyt|bao hiem y te|gia han|han the|het han)\\b");
  private static final Pattern VACCINATION =
      Pattern.compile("\\b(?:tiem|chich|vac ?xin|vaccine?|chung ngua|mui)\\b");
  private static final Pattern PAYMENT =
      Pattern.compile("\\b(?:linh|nhan|luong|tro cap|tien|chi tra|huu|phu cap)\\b");

  /// A code by which chats are joined, in whatever way it is typed.
  ///
  /// @param isBare whether digits alone are taken for one
  public static Optional<String> code(Words words, boolean isBare) {
    String folded = words.folded().strip();
    return isBare || folded.startsWith("noi") || folded.startsWith("/noi")
        ? JoinCodes.read(folded)
        : Optional.empty();
  }

  /// What a command opens.
  public static Opening command(Matter matter) {
    return new Opening(matter, null, Words.of(""));
  }

  /// Empty for everything else, above all for questions.
  ///
  /// @param text NFC
  public static Optional<Opening> of(String text) {
    Words words = Words.of(text);
    Matter command = COMMANDS.get(words.folded().strip().split("[\\s@]", 2)[0]);
    if (command != null) {
      return Optional.of(new Opening(command, null, words));
    }
    if (code(words, true).isPresent()) {
      return Optional.of(new Opening(Matter.JOIN, null, words));
    }
    for (Map.Entry<Matter, Pattern> each : WHOLE.entrySet()) {
      if (each.getValue().matcher(words.folded().strip()).matches()) {
        return Optional.of(new Opening(each.getKey(), null, words));
      }
    }
    return isAdding(words) && !words.asks()
        ? Optional.of(new Opening(Matter.ADD, topic(words), words))
        : Optional.empty();
  }

  private static boolean isAdding(Words words) {
    Matcher matcher = ADD.matcher(words.folded());
    if (!matcher.find()) {
      return false;
    }
    int group = matcher.group(1) == null ? 2 : 1;
    // "Nhạc" is music.
    String said = words.text().substring(matcher.start(group), matcher.end(group));
    return said.equalsIgnoreCase("nhắc") || said.equalsIgnoreCase("nhac");
  }

  private static @Nullable Topic topic(Words words) {
    if (words.finds(VACCINATION)) {
      return Topic.VACCINATION;
    }
    if (words.finds(INSURANCE)) {
      return Topic.INSURANCE;
    }
    return words.finds(PAYMENT) ? Topic.PAYMENT : null;
  }
}
