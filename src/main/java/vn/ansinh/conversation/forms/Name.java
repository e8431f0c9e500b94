package vn.ansinh.conversation.forms;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Vietnamese;

/// Finds whose card, or which child, a text speaks of.
final class Name {
  static final int LONGEST = 40;
  private static final int MOST_WORDS = 6;

  private static final String UNTIL =
      "(?=\\s*(?:[,;:]|\\.(?:\\s|$)|$|\\b(?:het|han|ngay|den|sinh|sn|nha|ca nha|gia han|dong|sap"
          + "|thang|vao|tu|voi|hom|mung|ram|da|chua)\\b)"
          // A small number at the end is part of a name: "bé Na 2".
          + "|\\s+\\d(?!\\d?\\s*(?:[,;:]|$|(?:sinh|sn|het han)\\b)))";

  /// Not the first word of a name.
  private static final String NAME = "\\s+(?!(?:sinh|sn|het|han|ngay|da|chua|la)\\b)(.+?)" + UNTIL;

  private static final Pattern CALLED = Pattern.compile("\\bten(?: la)?" + NAME);
  private static final Pattern OF = Pattern.compile("\\b(?:cua|cho)" + NAME);
  private static final Pattern CHILD =
      Pattern.compile("\\b(?:be|chau|con|cu|nhoc)(?: (?:gai|trai|be|nho))?" + NAME);

  /// Nobody's name, where it would be a child's.
  private static final Pattern NOBODY =
      Pattern.compile(
          "(?:nha |cua )?(?:toi|em|minh|chung toi|nha|gai|trai|nho|moi|vua|be|con|chau|cu|nhoc)(?: .*)?");

  private static final Pattern BEFORE_HOLDER =
      Pattern.compile(
          "^(?:da|a|(?:the|bhyt|bao hiem y te|bao hiem)(?: cua| cho)?|cua|cho|ten(?: la)?)[ ,]+");
  private static final Pattern BEFORE_CHILD =
      Pattern.compile("^(?:da|a|be|chau|con|cu|nhoc|ten(?: la)?|goi la|la|cho|cua)[ ,]+");

  /// The last polite word; as typed, for "Nhã" and a capital "A" are names.
  private static final Pattern AFTER = Pattern.compile("[ ,.!]+(a|nhe|nha|ban oi|an sinh oi)$");

  private static final Set<String> POLITE =
      Set.of(
          "a",
          "ạ",
          "à",
          "nhe",
          "nhé",
          "nha",
          "nhá",
          "ban oi",
          "bạn ơi",
          "an sinh oi",
          "an sinh ơi");

  /// Of these alone no name is left.
  private static final Pattern TITLE =
      Pattern.compile("(?:(?:da|be|chau|con|cu|nhoc|ten|la|gai|trai|nho|cua|cho)[ ,]*)*");

  /// "A Páo" says nothing before the name.
  private static final Pattern FIRST_A = Pattern.compile("^A \\p{Lu}");

  /// The next word of a name, right behind what was taken for all of it: "Gia Hân" is no "Gia" that
  /// ends.
  private static final Pattern MORE =
      Pattern.compile("\\G (?!(?:Sinh|Ngày|Hết) )\\p{Lu}\\p{Ll}*(?![\\p{L}\\p{N}])");

  private static final Pattern EDGES = Pattern.compile("^[\\s,;:.!]+|[\\s,;:!]+$");

  /// Anything else could be read as more than a name.
  private static final Pattern LETTERS = Pattern.compile("[\\p{L}\\p{M}\\p{N} .'’-]+");

  private Name() {}

  /// A name with words before it that say that it is one.
  static Optional<String> cued(Topic topic, Words words) {
    Optional<String> called = found(words, CALLED);
    if (called.isPresent() || topic == Topic.INSURANCE) {
      return called.or(() -> found(words, OF));
    }
    return found(words, CHILD).filter(name -> !NOBODY.matcher(Words.plain(name)).matches());
  }

  /// A pattern's first group and the words of the name behind it.
  private static Optional<String> found(Words words, Pattern pattern) {
    Matcher matcher = pattern.matcher(words.folded());
    if (!matcher.find()) {
      return Optional.empty();
    }
    int end = matcher.end(1);
    Matcher behind = MORE.matcher(words.text()).region(end, words.text().length());
    while (behind.find()) {
      end = behind.end();
    }
    return Optional.of(words.text().substring(matcher.start(1), end).strip());
  }

  /// The whole text as a name; empty when it is too much for one.
  static Optional<String> whole(Topic topic, Words words) {
    Pattern before = topic == Topic.INSURANCE ? BEFORE_HOLDER : BEFORE_CHILD;
    Words rest = politely(topic, words.without(EDGES));
    for (Words less = rest.without(before);
        !less.equals(rest) && !FIRST_A.matcher(rest.text()).find();
        less = rest.without(before)) {
      rest = less;
    }
    String name = rest.text().strip().replaceAll("\\s+", " ");
    boolean isTooMuch = rest.count() > MOST_WORDS && name.length() <= LONGEST;
    return name.isEmpty() || isTooMuch ? Optional.empty() : Optional.of(name);
  }

  /// Without the polite words at the end, unless one of them is the name itself.
  private static Words politely(Topic topic, Words words) {
    Words rest = words;
    Matcher polite = AFTER.matcher(rest.folded());
    while (polite.find()) {
      String word = rest.text().substring(polite.start(1));
      Words before = Words.of(rest.text().substring(0, polite.start()));
      boolean isAllThereIs =
          topic != Topic.INSURANCE
              && word.equals(Vietnamese.fold(word))
              && TITLE.matcher(before.folded()).matches();
      boolean isName = isAllThereIs || word.equals("A");
      if (isName || !POLITE.contains(word.toLowerCase(Locale.ROOT))) {
        return rest;
      }
      rest = before;
      polite = AFTER.matcher(rest.folded());
    }
    return rest;
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
