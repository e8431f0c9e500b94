package vn.ansinh.console.questions;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import vn.ansinh.search.phrase.GrammarWords;
import vn.ansinh.text.Vietnamese;

/// Puts questions together that share most of their words, typed with marks or without. The same
/// questions always make the same groups.
final class Likeness {
  /// What two questions must have in common, of all that both say.
  private static final double ENOUGH = 0.5;

  private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Set<String> SMALL_WORDS = Set.copyOf(GrammarWords.read().all());

  /// Groups by the questions that began them.
  private final List<List<Line>> groups = new ArrayList<>();

  private final List<Integer> sizes = new ArrayList<>();
  private final Map<String, List<Integer>> groupsWith = new HashMap<>();

  private Likeness() {}

  static List<Group> groups(List<Line> lines) {
    Likeness likeness = new Likeness();
    lines.stream().sorted(Comparator.comparingLong(Line::key)).forEach(likeness::add);
    return likeness.groups.stream().map(Group::new).toList();
  }

  private void add(Line line) {
    Set<String> signs = signs(line.question());
    int nearest = nearest(signs);
    if (nearest >= 0) {
      groups.get(nearest).add(line);
      return;
    }
    int number = groups.size();
    groups.add(new ArrayList<>(List.of(line)));
    sizes.add(signs.size());
    signs.forEach(sign -> groupsWith.computeIfAbsent(sign, _ -> new ArrayList<>()).add(number));
  }

  /// The group whose first question is most like this one, the oldest of several; -1 when none is
  /// like enough.
  private int nearest(Set<String> signs) {
    int[] common = new int[groups.size()];
    signs.forEach(sign -> groupsWith.getOrDefault(sign, List.of()).forEach(each -> common[each]++));
    int nearest = -1;
    double best = ENOUGH;
    for (int i = 0; i < common.length; i++) {
      double likeness = 2.0 * common[i] / (signs.size() + sizes.get(i));
      if (likeness > best || (likeness == best && nearest < 0)) {
        nearest = i;
        best = likeness;
      }
    }
    return nearest;
  }

  /// The words that say something, and each with its neighbour: most Vietnamese words are two
  /// syllables, and one alone says little.
  static Set<String> signs(String question) {
    List<String> all =
        BETWEEN
            .splitAsStream(question.toLowerCase(Locale.ROOT))
            .filter(word -> !word.isEmpty())
            .toList();
    List<String> telling = all.stream().filter(word -> !SMALL_WORDS.contains(word)).toList();
    List<String> words =
        (telling.isEmpty() ? all : telling).stream().map(Vietnamese::fold).toList();
    Set<String> signs = new LinkedHashSet<>(words);
    for (int i = 0; i + 1 < words.size(); i++) {
      signs.add(words.get(i) + " " + words.get(i + 1));
    }
    // What consists of signs only is like itself.
    return signs.isEmpty() ? Set.of(question) : signs;
  }
}
