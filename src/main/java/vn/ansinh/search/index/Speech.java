package vn.ansinh.search.index;

import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.search.analysis.Abbreviations;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.search.analysis.Vocabulary;

/// What people say whatever they ask about; texts hardly say it.
public final class Speech {
  private Speech() {}

  /// Teaches a vocabulary such words and which of them go together.
  ///
  /// @param grammar the small words of the language
  public static void teach(
      Vocabulary vocabulary,
      Lexicon lexicon,
      Collection<String> grammar,
      Abbreviations abbreviations) {
    Stream.concat(spoken(lexicon), grammar.stream())
        .map(phrase -> abbreviations.expandText(Syllables.of(phrase)))
        .forEach(words -> teach(vocabulary, words));
  }

  /// Twice, so that they count as words and not as typing errors.
  private static void teach(Vocabulary vocabulary, List<Syllable> words) {
    vocabulary.add(words);
    vocabulary.add(words);
  }

  private static Stream<String> spoken(Lexicon lexicon) {
    return Stream.of(
            lexicon.abbreviations().values().stream().flatMap(List::stream),
            lexicon.synonyms().stream().flatMap(pair -> Stream.of(pair.said(), pair.written())),
            lexicon.stopPhrases().stream(),
            lexicon.facets().values().stream().flatMap(List::stream),
            lexicon.courtesies().values().stream().flatMap(List::stream))
        .flatMap(phrases -> phrases);
  }
}
