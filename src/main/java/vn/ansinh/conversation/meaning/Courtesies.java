package vn.ansinh.conversation.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Vietnamese;

/// Recognises what is not a question: greetings, thanks, insults, and cries for help.
public final class Courtesies {
  private record Rule(Phrase reply, String words) {}

  private static final Map<String, Phrase> REPLIES =
      Map.of(
          "greeting", Phrase.GREETING,
          "thanks", Phrase.THANKS,
          "goodbye", Phrase.GOODBYE,
          "who-are-you", Phrase.WHO_ARE_YOU,
          "insult", Phrase.INSULT,
          "emergency-111", Phrase.EMERGENCY_111,
          "emergency-113", Phrase.EMERGENCY_113,
          "emergency-114", Phrase.EMERGENCY_114,
          "emergency-115", Phrase.EMERGENCY_115);

  /// Words beside a courtesy that ask nothing: whom people greet and thank, how they call
  /// themselves, how they exclaim, and how they say that they have understood.
  private static final Set<String> BESIDE =
      Set.of(
          "", "em", "e", "con", "chau", "c", "toi", "minh", "m", "ban", "anh", "a", "chi", "co",
          "chu", "bac", "ong", "ba", "thay", "si", "can", "bo", "moi", "nguoi", "troi", "oi", "ui",
          "wow", "may", "qua", "hihi", "haha", "nhe", "nha", "da", "vang", "ok", "oke", "okie",
          "nhieu", "lam", "rat", "de", "hieu", "ro", "roi", "ra", "the", "vay", "biet", "tot",
          "hay", "nhiet", "tinh", "giup", "cho");

  private final List<Rule> rules = new ArrayList<>();
  private final List<String> fillers;

  public Courtesies(Lexicon lexicon) {
    lexicon
        .courtesies()
        .forEach(
            (kind, phrases) -> {
              Phrase reply = REPLIES.get(kind);
              if (reply != null) {
                phrases.forEach(phrase -> rules.add(new Rule(reply, words(phrase))));
              }
            });
    // The longest first: "cảm ơn nhiều" must not leave a "nhiều" behind.
    rules.sort(
        Comparator.comparingInt((Rule rule) -> -rule.words.length()).thenComparing(Rule::words));
    fillers =
        lexicon.stopPhrases().stream()
            .map(Courtesies::words)
            .sorted(Comparator.comparingInt(phrase -> -phrase.length()))
            .toList();
  }

  /// What a text says besides a question.
  ///
  /// @param emergency a cry for help anywhere in it
  /// @param insult one anywhere in it
  /// @param wholly a greeting, thanks and the like, when the text says nothing else
  public record Heard(
      Optional<Phrase> emergency, Optional<Phrase> insult, Optional<Phrase> wholly) {}

  public Heard hear(String text) {
    String words = words(text);
    List<Rule> said = rules.stream().filter(rule -> words.contains(rule.words)).toList();
    return new Heard(first(said, "EMERGENCY"), first(said, "INSULT"), wholly(words, said));
  }

  private static Optional<Phrase> first(List<Rule> said, String prefix) {
    return said.stream().map(Rule::reply).filter(p -> p.name().startsWith(prefix)).findFirst();
  }

  private Optional<Phrase> wholly(String words, List<Rule> said) {
    if (said.isEmpty()) {
      return Optional.empty();
    }
    String rest = words;
    Phrase first = null;
    for (Rule rule : said) {
      if (rest.contains(rule.words)) {
        first = first == null ? rule.reply : first;
        rest = rest.replace(rule.words, "  ");
      }
    }
    for (String filler : fillers) {
      rest = rest.replace(filler, "  ");
    }
    boolean isAll = BESIDE.containsAll(List.of(rest.strip().split("\\s+")));
    return isAll ? Optional.ofNullable(first) : Optional.empty();
  }

  /// Folded words with a space around each side, so that `contains` finds whole words only.
  private static String words(String text) {
    StringBuilder words = new StringBuilder(" ");
    for (char c : Vietnamese.fold(text).toCharArray()) {
      if (Character.isLetterOrDigit(c)) {
        words.append(c);
      } else if (words.charAt(words.length() - 1) != ' ') {
        words.append(' ');
      }
    }
    return words.charAt(words.length() - 1) == ' '
        ? words.toString()
        : words.append(' ').toString();
  }
}
