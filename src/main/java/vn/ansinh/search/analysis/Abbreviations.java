package vn.ansinh.search.analysis;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Written-out readings of abbreviations and chat spellings.
public final class Abbreviations {
  private final Map<String, List<List<Syllable>>> readings = new HashMap<>();

  public Abbreviations(Map<String, List<String>> lexicon) {
    lexicon.forEach(
        (abbreviation, expansions) -> {
          List<Syllable> key = Syllables.of(abbreviation);
          if (key.size() == 1) {
            expansions.forEach(expansion -> put(key.getFirst(), Syllables.of(expansion)));
          }
        });
  }

  /// Writes out what can have only one meaning; for texts, which are written with care.
  public List<Syllable> expandText(List<Syllable> text) {
    List<Syllable> expanded = new ArrayList<>(text.size());
    for (Syllable syllable : text) {
      List<List<Syllable>> known = readings.getOrDefault(syllable.marked(), List.of());
      if (known.size() == 1
          && syllable.marked().length() > 1
          && !Spelling.isPossible(syllable.folded())) {
        append(known.getFirst(), syllable.phrase(), expanded);
      } else {
        expanded.add(syllable);
      }
    }
    return expanded;
  }

  boolean knows(String word) {
    return readings.containsKey(word);
  }

  /// Appends the reading that suits the neighbours best; false when this is no abbreviation.
  boolean expandTyped(List<Syllable> text, int at, Vocabulary vocabulary, List<Syllable> expanded) {
    Syllable typed = text.get(at);
    List<List<Syllable>> known = readings.get(typed.marked());
    if (known == null) {
      return false;
    }
    List<Syllable> best = List.of(typed);
    double bestScore =
        Spelling.isPossible(typed.folded()) && vocabulary.count(typed.folded()) > 0
            ? 1 + fit(best, expanded, text, at, vocabulary)
            : -1;
    for (List<Syllable> reading : known) {
      double score = fit(reading, expanded, text, at, vocabulary);
      if (score > bestScore) {
        bestScore = score;
        best = reading;
      }
    }
    append(best, typed.phrase(), expanded);
    return true;
  }

  private static double fit(
      List<Syllable> reading,
      List<Syllable> before,
      List<Syllable> text,
      int at,
      Vocabulary vocabulary) {
    int phrase = text.get(at).phrase();
    double score = 0.5 * Math.log1p(vocabulary.count(reading.getFirst().folded()));
    for (int i = 1; i < reading.size(); i++) {
      score =
          Math.min(
              score, 0.5 * Math.log1p(vocabulary.pairCount(reading.get(i - 1), reading.get(i))));
    }
    if (!before.isEmpty() && before.getLast().phrase() == phrase) {
      score += 2 * Math.log1p(vocabulary.pairCount(before.getLast(), reading.getFirst()));
    }
    if (at + 1 < text.size() && text.get(at + 1).phrase() == phrase) {
      score += 2 * Math.log1p(vocabulary.pairCount(reading.getLast(), text.get(at + 1)));
    }
    return score;
  }

  private static void append(List<Syllable> reading, int phrase, List<Syllable> expanded) {
    for (Syllable syllable : reading) {
      expanded.add(new Syllable(syllable.marked(), syllable.folded(), phrase, syllable.bare()));
    }
  }

  private void put(Syllable key, List<Syllable> reading) {
    if (reading.isEmpty()) {
      return;
    }
    for (String form : List.of(key.marked(), key.folded())) {
      List<List<Syllable>> known = readings.computeIfAbsent(form, any -> new ArrayList<>());
      if (!known.contains(reading)) {
        known.add(reading);
      }
    }
  }
}
