package vn.ansinh.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;
import vn.ansinh.search.analysis.Syllable;

/// The Lucene index of titles, aliases, examples and passages: one segment, mapped into memory from
/// temporary files (Lucene's heap directory takes half as long again to search).
public final class PassageIndex implements AutoCloseable {
  static final String MARKED = "marked";
  static final String FOLDED = "folded";
  static final String PAIRS = "pairs";
  private static final String NUMBER = "number";
  private static final int REACH = 100;
  private static final FieldType TERMS = terms();

  /// A replaced index may still be answering: its memory is given back when nobody holds it.
  private static final Cleaner CLEANER = Cleaner.create();

  private final Cleaner.Cleanable memory;
  private final IndexSearcher searcher;
  private final int[] numbers;
  private final AtomicReferenceArray<Query> terms;

  /// @param child its number in the corpus
  public record Found(int child, double score) {}

  public PassageIndex(Corpus corpus) {
    try {
      var directory = new MMapDirectory(Files.createTempDirectory("ansinh-index"));
      var config = new IndexWriterConfig(null);
      config.setSimilarity(similarity());
      config.setMergePolicy(new LogDocMergePolicy());
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (int i = 0; i < corpus.children().size(); i++) {
          writer.addDocument(document(i, corpus.children().get(i).words()));
        }
        writer.forceMerge(1);
      }
      DirectoryReader reader = DirectoryReader.open(directory);
      memory = CLEANER.register(this, () -> close(reader));
      forget(directory);
      searcher = new IndexSearcher(reader);
      searcher.setSimilarity(similarity());
      searcher.setQueryCache(null);
      numbers = numbers(reader);
      terms = new AtomicReferenceArray<>(corpus.termCount());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// A query for one term of the corpus; its place in the dictionary is looked up only once.
  Query term(int id, String field, String text) {
    Query known = terms.get(id);
    if (known != null) {
      return known;
    }
    try {
      Term term = new Term(field, text);
      Query made = new TermQuery(term, TermStates.build(searcher, term, true));
      terms.set(id, made);
      return made;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The best children, best first, equal ones in the order of their entries.
  public List<Found> find(Clauses clauses) {
    try {
      ScoreDoc[] docs =
          searcher.search(clauses.query(), new TopScoreDocCollectorManager(REACH, REACH)).scoreDocs;
      List<Found> found = new ArrayList<>(docs.length);
      for (ScoreDoc doc : docs) {
        found.add(new Found(numbers[doc.doc], doc.score));
      }
      return found;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  @Override
  public void close() {
    memory.clean();
  }

  private static void close(DirectoryReader reader) {
    try {
      reader.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The files are mapped, their names are not needed any more: nothing is left behind by a process
  /// that ends, however it ends.
  private static void forget(MMapDirectory directory) throws IOException {
    for (String file : directory.listAll()) {
      directory.deleteFile(file);
    }
    Path path = directory.getDirectory();
    directory.close();
    Files.delete(path);
  }

  static String pair(Syllable first, Syllable second) {
    return number(first) + ' ' + number(second);
  }

  private static String number(Syllable word) {
    return word.isNumber() ? "0" : word.folded();
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
    document.add(new Field(MARKED, stream(words, Syllable::marked), TERMS));
    document.add(new Field(FOLDED, stream(words, Syllable::folded), TERMS));
    document.add(new Field(PAIRS, new Terms(pairs), TERMS));
    return document;
  }

  private static Terms stream(List<Syllable> words, Function<Syllable, String> form) {
    return new Terms(words.stream().map(form).toList());
  }

  private static int[] numbers(DirectoryReader reader) throws IOException {
    int[] numbers = new int[reader.maxDoc()];
    for (var leaf : reader.leaves()) {
      NumericDocValues values = leaf.reader().getNumericDocValues(NUMBER);
      for (int doc = 0; values != null && doc < leaf.reader().maxDoc(); doc++) {
        if (values.advanceExact(doc)) {
          numbers[leaf.docBase + doc] = (int) values.longValue();
        }
      }
    }
    return numbers;
  }

  private static BM25Similarity similarity() {
    return new BM25Similarity(0.6f, 0.6f);
  }

  private static FieldType terms() {
    FieldType type = new FieldType();
    type.setTokenized(true);
    type.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
    type.freeze();
    return type;
  }

  /// Terms that are already cut.
  private static final class Terms extends TokenStream {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final List<String> terms;
    private int next;

    Terms(List<String> terms) {
      this.terms = terms;
    }

    @Override
    public boolean incrementToken() {
      if (next == terms.size()) {
        return false;
      }
      clearAttributes();
      term.append(terms.get(next++));
      return true;
    }

    @Override
    public void reset() {
      next = 0;
    }
  }
}
