package vn.ansinh.search.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.index.Segment.Postings;

/// The words and pairs of a question as weighted terms of one corpus.
public final class Clauses {
  private static final int MOST = 600;
  private static final int LOOKED_FOR = 12;
  private static final double FOLDED = 0.35;
  private static final double MARKED = 0.35;
  private static final double PAIR = 0.8;

  /// What a text with each word once, of middling length, reaches of the highest score.
  private static final double ONCE = 0.65;

  private final Corpus corpus;
  private final PassageIndex index;
  private final TermSet asked = new TermSet();
  private final Clause[] clauses = new Clause[MOST];
  private final int[] numbers = new int[MOST];

  /// Boost and rarity.
  private final double[] weights = new double[MOST];

  private int count;
  private double ideal;

  private record Clause(String field, String term, int id, double boost) {}

  public Clauses(Corpus corpus, PassageIndex index) {
    this.corpus = corpus;
    this.index = index;
  }

  public boolean isEmpty() {
    return count == 0;
  }

  /// The score of a text that says all of the question once.
  public double ideal() {
    return Math.max(ideal, 1e-6);
  }

  /// All its terms.
  public TermSet terms() {
    return asked;
  }

  /// The BM25 score of an entry's whole text.
  ///
  /// @param held weights of the terms in that entry
  public double score(float[] held) {
    double score = 0;
    for (int i = 0; i < count; i++) {
      score += weights[i] * held[numbers[i]];
    }
    return score;
  }

  /// What each term adds to the score of an entry's whole text, as a share of [#ideal].
  ///
  /// @param held weights of the terms in that entry
  public List<Share> shares(float[] held) {
    return IntStream.range(0, count)
        .mapToObj(i -> share(i, weights[i] * held[numbers[i]]))
        .toList();
  }

  /// What each term that is looked for adds to the score of one text.
  ///
  /// @param child its number in the corpus
  public List<Share> shares(int child) {
    return lookedFor()
        .mapToObj(i -> share(i, clauses[i].boost * postings(i).score(index.document(child))))
        .toList();
  }

  /// @param number of the term among those of the question
  /// @param score a share of [#ideal]
  public record Share(String field, String term, int number, double score) {}

  private Share share(int at, double score) {
    Clause clause = clauses[at];
    return new Share(clause.field, clause.term, numbers[at], score / ideal());
  }

  /// Of a rambling message only the most telling terms are looked for; all of them weigh what is
  /// found.
  ///
  /// @param sums of each document of the index
  void addTo(double[] sums) {
    lookedFor().forEach(i -> postings(i).addTo(sums, clauses[i].boost));
  }

  private Postings postings(int at) {
    Clause clause = clauses[at];
    return index.postings(clause.id, clause.field, clause.term);
  }

  private IntStream lookedFor() {
    double[] sorted = Arrays.copyOf(weights, count);
    Arrays.sort(sorted);
    double least = sorted[Math.max(0, count - LOOKED_FOR)];
    return IntStream.range(0, count).filter(i -> weights[i] >= least);
  }

  /// @param isTyped whether the citizen wrote it; [#ideal] counts nothing else
  public void addWord(Syllable word, int foldedId, int markedId, double weight, boolean isTyped) {
    // Its marks say nothing that its letters do not.
    boolean isOne = markedId >= 0 && corpus.vocabulary().spellings(word.folded()).length == 1;
    double folding = isOne ? FOLDED + MARKED : FOLDED;
    add(PassageIndex.FOLDED, word.folded(), foldedId, folding * weight, isTyped);
    if (!isOne) {
      add(PassageIndex.MARKED, word.marked(), markedId, MARKED * weight, isTyped);
    }
  }

  public void addPair(Syllable first, Syllable second, double weight, boolean isTyped) {
    String text = PassageIndex.pair(first, second);
    add(PassageIndex.PAIRS, text, corpus.pair(first, second), PAIR * weight, isTyped);
  }

  private void add(String field, String text, int id, double boost, boolean isTyped) {
    if (boost == 0) {
      return;
    }
    double weight = boost * corpus.rarity(id);
    if (isTyped) {
      ideal += ONCE * weight;
    }
    if (id >= 0 && count < MOST) {
      clauses[count] = new Clause(field, text, id, boost);
      numbers[count] = asked.add(id);
      weights[count++] = weight;
    }
  }
}
