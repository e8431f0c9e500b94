package vn.ansinh.search.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import vn.ansinh.knowledge.Lexicon;

/// Spoils carefully written questions as hurried people do; the same way each time.
final class Hasty {
  private static final int LONGEST_READING = 6;
  private static final String KEYS = "qwertyuiop asdfghjkl zxcvbnm";

  private final Map<String, List<String>> abbreviations = new TreeMap<>();
  private final Map<String, List<String>> clear = new TreeMap<>();
  private final Random random = new Random(20261123);

  Hasty(Lexicon lexicon) {
    new TreeMap<>(lexicon.abbreviations())
        .forEach(
            (shortly, readings) -> {
              readings.forEach(reading -> file(abbreviations, reading, shortly));
              if (readings.size() == 1) {
                file(clear, readings.getFirst(), shortly);
              }
            });
  }

  private static void file(Map<String, List<String>> all, String reading, String shortly) {
    all.computeIfAbsent(reading, any -> new ArrayList<>()).add(shortly);
  }

  /// Every phrase that has an abbreviation is shortened, the longest first, whatever else the
  /// abbreviation may stand for.
  String abbreviated(String question) {
    return abbreviated(question, abbreviations);
  }

  /// Only with abbreviations that have one reading.
  String clearlyAbbreviated(String question) {
    return abbreviated(question, clear);
  }

  private String abbreviated(String question, Map<String, List<String>> abbreviations) {
    List<String> words = List.of(question.split(" ", -1));
    List<String> typed = new ArrayList<>();
    for (int i = 0; i < words.size(); ) {
      int length = Math.min(LONGEST_READING, words.size() - i);
      while (length > 0 && !abbreviations.containsKey(phrase(words, i, length))) {
        length--;
      }
      if (length == 0) {
        typed.add(words.get(i++));
      } else {
        List<String> known = abbreviations.getOrDefault(phrase(words, i, length), List.of());
        typed.add(known.get(random.nextInt(known.size())));
        i += length;
      }
    }
    return String.join(" ", typed);
  }

  private static String phrase(List<String> words, int from, int length) {
    return String.join(" ", words.subList(from, from + length));
  }

  /// One slip of the finger in one word of three letters or more.
  String mistyped(String question) {
    String[] words = question.split(" ", -1);
    int[] fit = fit(words);
    if (fit.length > 0) {
      int at = fit[random.nextInt(fit.length)];
      words[at] = slip(words[at]);
    }
    return String.join(" ", words);
  }

  private static int[] fit(String[] words) {
    return IntStream.range(0, words.length)
        .filter(i -> words[i].length() >= 3 && words[i].chars().allMatch(Character::isLetter))
        .toArray();
  }

  private String slip(String word) {
    int at = random.nextInt(word.length() - 1);
    StringBuilder typed = new StringBuilder(word);
    switch (random.nextInt(4)) {
      case 0 -> typed.deleteCharAt(at).insert(at + 1, word.charAt(at));
      case 1 -> typed.deleteCharAt(at);
      case 2 -> typed.insert(at, word.charAt(at));
      default -> typed.setCharAt(at, beside(word.charAt(at)));
    }
    return typed.toString();
  }

  private static char beside(char key) {
    int at = KEYS.indexOf(key);
    if (at < 0) {
      return 'k';
    }
    boolean isLast = at + 1 == KEYS.length() || KEYS.charAt(at + 1) == ' ';
    return KEYS.charAt(isLast ? at - 1 : at + 1);
  }
}
