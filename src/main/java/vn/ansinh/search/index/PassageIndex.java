package vn.ansinh.search.index;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.LongHeap;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.index.Segment.Postings;

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
  private final int[] documents;
  private final AtomicReferenceArray<Postings> postings;

  /// As many as threads have searched at once, each of zeros: making them anew for each question
  /// would be most of what a search allocates.
  private final Queue<double[]> sums = new ConcurrentLinkedQueue<>();

  /// @param child its number in the corpus
  public record Found(int child, double score) {}

  private PassageIndex(Corpus corpus, Segment segment) {
    this.corpus = corpus;
    this.segment = segment;
    numbers = segment.numbers(NUMBER);
    documents = new int[numbers.length];
    for (int document = 0; document < numbers.length; document++) {
      documents[numbers[document]] = document;
    }
    postings = new AtomicReferenceArray<>(corpus.termCount());
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
    Corpus corpus = Unpacker.unpack(directory.resolve(CORPUS), Corpus::new);
    return new PassageIndex(corpus, Segment.open(directory, mapped));
  }

  public Corpus corpus() {
    return corpus;
  }

  /// The texts that hold a term of the corpus. What was ever looked for is kept, less than the
  /// index has on disk: a question costs no walk through the files.
  Postings postings(int id, String field, String text) {
    Postings known = postings.get(id);
    if (known != null) {
      return known;
    }
    Postings read = segment.postings(new Term(field, text));
    postings.set(id, read);
    return read;
  }

  /// The best children, best first, equal ones in the order of their entries. Not by
  /// [org.apache.lucene.search.IndexSearcher#search], which is made for millions of documents: for
  /// a dozen terms of a few thousand texts it prepares longer than adding them up takes.
  public List<Found> find(Clauses clauses) {
    double[] spare = sums.poll();
    double[] sum = spare == null ? new double[numbers.length] : spare;
    clauses.addTo(sum);
    LongHeap best = new LongHeap(REACH);
    double least = 0;
    for (int document = 0; document < sum.length; document++) {
      if (sum[document] > least) {
        // A positive float's bits are in the order of its value.
        long score = Float.floatToIntBits((float) sum[document]);
        best.insertWithOverflow(score << Integer.SIZE | Integer.MAX_VALUE - document);
        least = best.size() < REACH ? 0 : score(best.top());
      }
    }
    Arrays.fill(sum, 0);
    sums.add(sum);
    List<Found> found = new ArrayList<>(best.size());
    while (best.size() > 0) {
      long next = best.pop();
      int document = Integer.MAX_VALUE - (int) next;
      found.add(new Found(numbers[document], score(next)));
    }
    return found.reversed();
  }

  private static float score(long ranked) {
    return Float.intBitsToFloat((int) (ranked >> Integer.SIZE));
  }

  /// The place of a child in the index.
  int document(int child) {
    return documents[child];
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
