package vn.ansinh.conversation.forms;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.text.Phrase;

/// Finds whose card, or which child, a text speaks of.
final class Name {
  static final int LONGEST = 40;
  private static final int MOST_WORDS = 6;

  private static final String UNTIL =
      "(?=\\s*(?:[,;:]|\\.(?:\\s|$)|$|\\b(?:het|han|ngay|den|sinh|sn|nha|ca nha|gia han|dong|sap"
          + "|thang|vao|tu|voi|hom|mung|ram|da|chua)\\b)|\\s+\\d)";

  /// Not the first word of a name.
  private static final String NAME = "\\s+(?!(?:sinh|sn|het|han|ngay|da|chua|la)\\b)(.+?)" + UNTIL;

  private static final Pattern CALLED = Pattern.compile("\\bten(?: la)?" + NAME);
  private static final Pattern OF = Pattern.compile("\\b(?:cua|cho)" + NAME);
  private static final Pattern CHILD =
      Pattern.compile("\\b(?:be|chau|con)(?: (?:gai|trai|be|nho))?" + NAME);

  /// Nobody's name, where it would be a child's.
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:nha |cua )?(?:toi|em|minh|chung toi|nha|gai|trai|nho|moi|vua|be|con|chau)(?: .*)?");

  private static final Pattern BEFORE_HOLDER =
      Pattern.compile(
          "^(?:da|a|(?:the|bhyt|bao hiem y te|bao hiem)(?: cua| cho)?|cua|cho|ten(?: la)?)[ ,]+");
  private static final Pattern BEFORE_CHILD =
      Pattern.compile("^(?:da|a|be|chau|con|ten(?: la)?|goi la|la|cho|cua)[ ,]+");
  private static final Pattern AFTER =
      Pattern.compile("(?:[ ,.!]+(?:a|nhe|nha|ban oi|an sinh oi))+$");
  private static final Pattern EDGES = Pattern.compile("^[\\s,;:.!]+|[\\s,;:!]+$");

  /// Anything else could be read as more than a name.
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N} .'’-]+");

  private Name() {}

  /// A name with words before it that say that it is one.
  static Optional<String> cued(Topic topic, Words words) {
    Optional<String> called = words.group(CALLED);
    if (called.isPresent() || topic == Topic.INSURANCE) {
      return called.or(() -> words.group(OF));
    }
    return words.group(CHILD).filter(name -> !NOBODY.matcher(Words.plain(name)).matches());
  }

  /// The whole text as a name; empty when it is too much for one.
  static Optional<String> whole(Topic topic, Words words) {
    Pattern before = topic == Topic.INSURANCE ? BEFORE_HOLDER : BEFORE_CHILD;
    Words rest = words.without(EDGES).without(AFTER);
    for (Words less = rest.without(before); !less.equals(rest); less = rest.without(before)) {
      rest = less;
    }
    String name = rest.text().strip().replaceAll("\\s+", " ");
    boolean isTooMuch = rest.count() > MOST_WORDS && name.length() <= LONGEST;
    return name.isEmpty() || isTooMuch ? Optional.empty() : Optional.of(name);
  }

  /// What is wrong with a name.
  static Optional<Refusal> fault(String name) {
    if (name.length() > LONGEST) {
      return Optional.of(new Refusal(Field.NAME, Phrase.NAME_TOO_LONG, Map.of()));
    }
    boolean isName =
        LETTERS.matcher(name).matches() && name.codePoints().anyMatch(Character::isLetter);
    return isName
        ? Optional.empty()
        : Optional.of(new Refusal(Field.NAME, Phrase.NAME_NOT_LETTERS, Map.of()));
  }
}
