package vn.ansinh.search.index;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.analysis.Abbreviations;
import vn.ansinh.search.analysis.Repair;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.search.analysis.Vocabulary;

/// Cuts all texts of a knowledge base into words.
public final class CorpusReader {
  private final Abbreviations abbreviations;
  private final Vocabulary vocabulary = new Vocabulary();
  private final List<List<Syllable>> texts = new ArrayList<>();
  private final List<int[]> places = new ArrayList<>();

  /// All texts together have some thousand different words: each is kept once.
  private final Map<Syllable, Syllable> words = new HashMap<>();

  private CorpusReader(Abbreviations abbreviations) {
    this.abbreviations = abbreviations;
  }

  /// @param weights how much each word of a text says about its subject
  /// @param grammar words that every vocabulary must know
  public static Corpus read(
      KnowledgeBase base,
      Function<List<Syllable>, double[]> weights,
      Collection<String> grammar,
      Abbreviations abbreviations) {
    CorpusReader reader = new CorpusReader(abbreviations);
    int number = 0;
    for (Entitlement entry : base.all()) {
      for (ChildTexts.Text text : ChildTexts.of(entry, base)) {
        reader.child(number, text.text(), text.isPassage());
      }
      number++;
    }
    for (String question : base.lexicon().elsewhere()) {
      reader.child(number, question, false);
    }
    Speech.teach(reader.vocabulary, base.lexicon(), grammar, abbreviations);
    // Once all are known: what people wrote without marks gets them, as a question does.
    Repair repair = new Repair(reader.vocabulary, abbreviations);
    reader.texts.replaceAll(text -> reader.shared(repair.withMarks(text)));
    return new Corpus(number, reader.vocabulary, reader.texts, reader.places, weights);
  }

  private void child(int entry, String text, boolean isPassage) {
    List<Syllable> spoken = abbreviations.expandText(Syllables.of(text));
    vocabulary.add(spoken);
    texts.add(shared(spoken));
    places.add(new int[] {entry, isPassage ? 1 : 0});
  }

  private List<Syllable> shared(List<Syllable> text) {
    return text.stream().map(word -> words.computeIfAbsent(word, Function.identity())).toList();
  }
}
