package vn.ansinh.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.search.analysis.Syllable;

/// The Lucene index of titles, aliases, examples and passages.
public final class PassageIndex implements AutoCloseable {
  public static final String MARKED = "marked";
  public static final String FOLDED = "folded";
  public static final String PAIRS = "pairs";
  private static final String CORPUS = "corpus";
  private static final String NUMBER = "number";
  private static final int REACH = 60;

  private final Corpus corpus;
  private final Segment segment;
  private final int[] numbers;
  private final AtomicReferenceArray<Query> terms;

  /// @param child its number in the corpus
  public record Found(int child, double score) {}

  private PassageIndex(Corpus corpus, Segment segment) {
    this.corpus = corpus;
    this.segment = segment;
    numbers = segment.numbers(NUMBER);
    terms = new AtomicReferenceArray<>(corpus.termCount());
  }

  /// Takes the words of the corpus over.
  public static PassageIndex of(Corpus corpus) {
    return new PassageIndex(corpus, new Segment(documents(corpus)));
  }

  /// The same, left in an empty directory for [#open].
  public static PassageIndex write(Corpus corpus, Path directory) throws IOException {
    Segment.write(directory, documents(corpus));
    Packer packer = new Packer();
    corpus.pack(packer);
    packer.write(directory.resolve(CORPUS));
    return new PassageIndex(corpus, Segment.open(directory, true));
  }

  /// Reads an index that was written before, with its corpus.
  ///
  /// @param mapped into memory, for many questions; without that the first is answered sooner
  public static PassageIndex open(Path directory, boolean mapped) throws IOException {
    Corpus corpus = new Corpus(Unpacker.of(directory.resolve(CORPUS)));
    return new PassageIndex(corpus, Segment.open(directory, mapped));
  }

  public Corpus corpus() {
    return corpus;
  }

  /// A query for one term of the corpus; its place in the dictionary is looked up only once.
  Query term(int id, String field, String text) {
    Query known = terms.get(id);
    if (known != null) {
      return known;
    }
    Term term = new Term(field, text);
    Query made =
        segment.read(searcher -> new TermQuery(term, TermStates.build(searcher, term, true)));
    terms.set(id, made);
    return made;
  }

  /// The best children, best first, equal ones in the order of their entries.
  public List<Found> find(Clauses clauses) {
    Query query = clauses.query();
    ScoreDoc[] docs = segment.best(query, REACH);
    List<Found> found = new ArrayList<>(docs.length);
    for (ScoreDoc doc : docs) {
      found.add(new Found(numbers[doc.doc], doc.score));
    }
    return found;
  }

  /// What a query gives a child, as Lucene explains it; slow.
  double score(int child, Query query) {
    int doc =
        IntStream.range(0, numbers.length)
            .filter(i -> numbers[i] == child)
            .findFirst()
            .orElseThrow();
    return segment.read(searcher -> searcher.explain(query, doc)).getValue().doubleValue();
  }

  @Override
  public void close() {
    segment.close();
  }

  /// A pair of neighbours as one term.
  public static String pair(Syllable first, Syllable second) {
    return number(first) + ' ' + number(second);
  }

  private static String number(Syllable word) {
    return word.isNumber() ? "0" : word.folded();
  }

  private static Stream<Document> documents(Corpus corpus) {
    List<List<Syllable>> words = corpus.takeWords();
    return IntStream.range(0, words.size()).mapToObj(i -> document(i, words.get(i)));
  }

  private static Document document(int number, List<Syllable> words) {
    List<String> pairs = new ArrayList<>();
    for (int i = 1; i < words.size(); i++) {
      if (words.get(i - 1).phrase() == words.get(i).phrase()) {
        pairs.add(pair(words.get(i - 1), words.get(i)));
      }
    }
    Document document = new Document();
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(CutTerms.field(MARKED, words.stream().map(Syllable::marked).toList()));
    document.add(CutTerms.field(FOLDED, words.stream().map(Syllable::folded).toList()));
    document.add(CutTerms.field(PAIRS, pairs));
    return document;
  }
}
