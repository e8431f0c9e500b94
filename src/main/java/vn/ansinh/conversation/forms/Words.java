package vn.ansinh.conversation.forms;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.text.Vietnamese;

/// A text beside its folded form, letter by letter, so that what is found in the one can be cut out
/// of the other.
///
/// @param text as it was typed, NFC; folded where folding changes its length
public record Words(String text, String folded) {
  private static final String POLITE =
      "(?:[ ,.!]+(?:di|a|nhe|nha|nhi|vay|roi|thoi|cam on|ban|em|an sinh|giup|voi))*[ .!]*";
  private static final String PLEASE = "(?:(?:da|a|vang|u|uh|ok|the)[ ,.!]+)*";

  private static final Pattern CANCEL =
      whole(
          "thoi|huy(?: bo)?|dung lai|khong (?:lam|dat|can|nhac|muon) nua|khong can(?: nua)?"
              + "|thoi (?:khong|ko|k)(?: (?:can|dat|nhac|lam))?(?: nua)?|de (?:sau|luc khac|hom khac)");
  private static final Pattern YES =
      whole(
          "phai|dung|co|vang|da|u|uh|um|ok|oke|okie|dong y|dung (?:roi|vay|the)|duoc|chinh xac"
              + "|luu|luu lai|phai roi|toi dong y|nhat tri"
              + "|(?:toi )?la (?:me|bo|ba|cha|ma|nguoi giam ho)(?: (?:be|chau|cua be))?");
  private static final Pattern NO =
      whole("khong|ko|k|hong|khong phai|chua|khong dong y|khong dung");
  private static final Pattern WRONG =
      whole(
          "sai|sai roi|nham|nham roi|lon|lon roi|(?:toi )?(?:viet|go|bam|ghi) (?:sai|nham|lon)"
              + "|quay lai|tro lai|lam lai|sua|sua lai|sua(?: lai)? giup|toi muon sua|khong dung");
  private static final Pattern CHANGE =
      Pattern.compile("^" + PLEASE + "(?:toi (?:muon )?)?(?:sua|doi|chinh|ghi lai|viet lai)\\b");

  /// What asks something, in a text that could also be an answer.
  private static final Pattern ASKING =
      Pattern.compile(
          "\\b(?:bao nhieu|la (?:gi|sao|ai)|gi (?:the|vay)|o dau|cho nao|(?:the|nhu|kieu) nao"
              + "|(?:lam|ra|thi|vi|tai) sao|khi nao|bao gio|luc nao|hom nao|can (?:giay|gi)"
              + "|may (?:tien|ngay|thang|gio|tuoi)|co (?:phai|duoc|mat|bi|can)|duoc gi"
              + "|co (?:\\S+ ){1,5}khong(?: a)?$|la nhung ai|ai (?:duoc|phai))\\b");

  private static final Map<Field, Pattern> NAMED =
      Map.of(
          Field.NAME, Pattern.compile("\\bten\\b|\\bcua ai\\b"),
          Field.PEOPLE, Pattern.compile("\\bso nguoi\\b|\\bmay nguoi\\b|\\bkhau\\b"),
          Field.DATE, Pattern.compile("\\bngay\\b|\\bhan\\b|\\bnam sinh\\b"),
          Field.DOSES, Pattern.compile("\\bmui\\b|\\bda tiem\\b"),
          Field.BENEFIT, Pattern.compile("\\bkhoan\\b|\\bche do\\b|\\btien\\b"));

  public static Words of(String text) {
    String folded = Vietnamese.fold(text);
    return new Words(folded.length() == text.length() ? text : folded, folded);
  }

  private static Pattern whole(String words) {
    return Pattern.compile(PLEASE + "(?:" + words + ")" + POLITE);
  }

  /// The few single words that order something where a name is asked for: without their marks they
  /// are names, as "Huy" and "Nhâm" are.
  private static final Set<String> ORDERS =
      Set.of("thôi", "thoi", "hủy", "huỷ", "sai", "nhầm", "lộn", "sửa", "sua");

  /// Whether it is one word that may be a name.
  public boolean isName() {
    return count() == 1 && !ORDERS.contains(text.strip().toLowerCase(Locale.ROOT));
  }

  public boolean cancels() {
    return CANCEL.matcher(folded).matches();
  }

  public boolean isYes() {
    return YES.matcher(folded).matches();
  }

  public boolean isNo() {
    return NO.matcher(folded).matches();
  }

  /// Whether it takes back what was answered, without saying what is right.
  public boolean isWrong() {
    return WRONG.matcher(folded).matches();
  }

  public boolean asks() {
    return ASKING.matcher(folded).find();
  }

  /// The one answer that is to be changed: "sửa ngày".
  public Optional<Field> toChange(Topic topic) {
    if (!CHANGE.matcher(folded).find()) {
      return Optional.empty();
    }
    return named(topic);
  }

  /// The one answer that the text names.
  public Optional<Field> named(Topic topic) {
    List<Field> named =
        NAMED.entrySet().stream()
            .filter(each -> topic.fields().contains(each.getKey()) && finds(each.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return named.size() == 1 ? Optional.of(named.getFirst()) : Optional.empty();
  }

  boolean finds(Pattern pattern) {
    return pattern.matcher(folded).find();
  }

  /// The text of a pattern's first group.
  Optional<String> group(Pattern pattern) {
    Matcher matcher = pattern.matcher(folded);
    return matcher.find()
        ? Optional.of(text.substring(matcher.start(1), matcher.end(1)).strip())
        : Optional.empty();
  }

  /// What is left when everything that a pattern finds is cut out.
  Words without(Pattern pattern) {
    StringBuilder rest = new StringBuilder();
    Matcher matcher = pattern.matcher(folded);
    int end = 0;
    while (matcher.find()) {
      rest.append(text, end, matcher.start()).append(' ');
      end = matcher.end();
    }
    return of(rest.append(text.substring(end)).toString().strip());
  }

  public int count() {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }

  /// Folded words with one blank between them.
  public static String plain(String text) {
    return Vietnamese.fold(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
