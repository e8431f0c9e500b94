package vn.ansinh.search.analysis;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// A word of a repaired question, with what it was made from and how.
///
/// @param typed the number of the word that was typed for it
/// @param changes in the order in which they are made
public record Reading(int typed, Syllable word, Set<Change> changes) {
  public enum Change {
    SPLIT,
    KEYS,
    ABBREVIATION,
    TYPO,
    MARKS
  }

  /// The same words as [Repair#repair] gives, step by step.
  public static List<Reading> of(List<Syllable> typed, Repair repair) {
    List<Reading> split = split(typed, repair);
    List<Syllable> parts = split.stream().map(Reading::word).toList();
    List<Reading> readings = new ArrayList<>();
    List<Syllable> words = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      int from = words.size();
      boolean isKnown = repair.readWord(parts, i, words);
      boolean isSame = words.size() == from + 1 && words.get(from).equals(parts.get(i));
      Set<Change> changes = copy(split.get(i).changes);
      if (!isSame) {
        changes.add(isKnown ? Change.ABBREVIATION : Change.KEYS);
      }
      for (Syllable word : words.subList(from, words.size())) {
        readings.add(new Reading(split.get(i).typed, word, copy(changes)));
      }
    }
    for (int i = 0; i < words.size(); i++) {
      words.set(i, repair.corrected(words, i));
    }
    note(readings, words, Change.TYPO);
    repair.restoreMarks(words, Syllables.dropped(typed));
    note(readings, words, Change.MARKS);
    return readings;
  }

  private static List<Reading> split(List<Syllable> typed, Repair repair) {
    List<Reading> split = new ArrayList<>();
    for (int i = 0; i < typed.size(); i++) {
      List<Syllable> parts = repair.splitNumbers(typed.subList(i, i + 1));
      Set<Change> changes = EnumSet.noneOf(Change.class);
      if (parts.size() > 1) {
        changes.add(Change.SPLIT);
      } else if (!parts.getFirst().equals(typed.get(i))) {
        changes.add(Change.KEYS);
      }
      for (Syllable part : parts) {
        split.add(new Reading(i, part, changes));
      }
    }
    return split;
  }

  private static Set<Change> copy(Set<Change> changes) {
    Set<Change> copy = EnumSet.noneOf(Change.class);
    copy.addAll(changes);
    return copy;
  }

  private static void note(List<Reading> readings, List<Syllable> words, Change change) {
    for (int i = 0; i < words.size(); i++) {
      Reading before = readings.get(i);
      if (!before.word.equals(words.get(i))) {
        before.changes.add(change);
        readings.set(i, new Reading(before.typed, words.get(i), before.changes));
      }
    }
  }
}
