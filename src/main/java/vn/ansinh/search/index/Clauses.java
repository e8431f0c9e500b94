package vn.ansinh.search.index;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.ansinh.search.analysis.Syllable;

/// The words and pairs of a question as weighted terms of one corpus, and as a Lucene query.
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
  private final BoostQuery[] queries = new BoostQuery[MOST];
  private final int[] numbers = new int[MOST];
  private final double[] boosts = new double[MOST];
  private int count;
  private double ideal;

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
  /// @param weights of the terms in that entry
  public double score(float[] weights) {
    double score = 0;
    for (int i = 0; i < count; i++) {
      score += boosts[i] * weights[numbers[i]];
    }
    return score;
  }

  /// What each term adds to the score of an entry's whole text, as a share of [#ideal].
  ///
  /// @param weights of the terms in that entry
  public List<Share> shares(float[] weights) {
    return IntStream.range(0, count)
        .mapToObj(i -> share(i, boosts[i] * weights[numbers[i]]))
        .toList();
  }

  /// What each term that is looked for adds to the score of one text, as Lucene explains it.
  ///
  /// @param child its number in the corpus
  public List<Share> shares(int child) {
    return lookedFor().mapToObj(i -> share(i, index.score(child, queries[i]))).toList();
  }

  /// @param number of the term among those of the question
  /// @param score a share of [#ideal]
  public record Share(String field, String term, int number, double score) {}

  private Share share(int at, double score) {
    Term term = ((TermQuery) queries[at].getQuery()).getTerm();
    return new Share(term.field(), term.text(), numbers[at], score / ideal());
  }

  /// Of a rambling message only the most telling terms are looked for; all of them weigh what is
  /// found.
  Query query() {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    lookedFor().forEach(i -> query.add(queries[i], Occur.SHOULD));
    return query.build();
  }

  private IntStream lookedFor() {
    double[] sorted = Arrays.copyOf(boosts, count);
    Arrays.sort(sorted);
    double least = sorted[Math.max(0, count - LOOKED_FOR)];
    return IntStream.range(0, count).filter(i -> boosts[i] >= least);
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
      queries[count] = new BoostQuery(index.term(id, field, text), (float) boost);
      numbers[count] = asked.add(id);
      boosts[count++] = weight;
    }
  }
}
