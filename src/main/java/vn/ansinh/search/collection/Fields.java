package vn.ansinh.search.collection;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import vn.ansinh.search.analysis.Repair.Spelled.Likely;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.index.CutTerms;

/// The two fields under which words are indexed: syllables with their marks, and pairs of
/// neighbours without.
record Fields(String marked, String pairs) {
  static final Fields PASSAGE = new Fields("passage-marked", "passage-pairs");
  static final Fields WHOLE = new Fields("whole-marked", "whole-pairs");

  /// @param parts title and text, each with phrases of its own
  void fill(Document document, List<List<Syllable>> parts) {
    document.add(
        CutTerms.field(
            marked, parts.stream().flatMap(List::stream).map(Syllable::marked).toList()));
    document.add(
        CutTerms.field(pairs, parts.stream().flatMap(part -> pairsOf(part).stream()).toList()));
  }

  Term term(Syllable word) {
    return new Term(marked, word.marked());
  }

  /// Any of these words, each as much as it is likely, and any pair of the whole question.
  Query query(List<Likely> words, List<Syllable> question) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    words.forEach(
        likely ->
            query.add(
                new BoostQuery(new TermQuery(term(likely.word())), (float) likely.chance()),
                Occur.SHOULD));
    pairsOf(question)
        .forEach(pair -> query.add(new TermQuery(new Term(pairs, pair)), Occur.SHOULD));
    return query.build();
  }

  private static List<String> pairsOf(List<Syllable> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i - 1).phrase() == words.get(i).phrase()) {
        pairs.add(words.get(i - 1).folded() + ' ' + words.get(i).folded());
      }
    }
    return pairs;
  }
}
