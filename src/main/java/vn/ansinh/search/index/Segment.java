package vn.ansinh.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.Weight;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.FilterDirectory;
import org.apache.lucene.store.MMapDirectory;
import org.apache.lucene.store.NIOFSDirectory;

/// A Lucene index of one segment, mapped into memory from temporary files (Lucene's heap directory
/// takes half as long again to search); BM25 with k1 = b = 0.6.
public final class Segment implements AutoCloseable {
  /// A replaced index may still be answering: its memory is given back when nobody holds it.
  private static final Cleaner CLEANER = Cleaner.create();

  private final Cleaner.Cleanable memory;
  private final IndexSearcher searcher;

  /// What is read from the index.
  @FunctionalInterface
  public interface Reading<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  /// The documents that hold a term, as Lucene scores them.
  ///
  /// @param documents ascending
  /// @param scores by BM25, of a boost of 1
  record Postings(int[] documents, float[] scores) {
    /// @param sums of each document of the index
    void addTo(double[] sums, double boost) {
      for (int i = 0; i < documents.length; i++) {
        sums[documents[i]] += boost * scores[i];
      }
    }

    /// 0 for a document that does not hold it.
    double score(int document) {
      int at = Arrays.binarySearch(documents, document);
      return at < 0 ? 0 : scores[at];
    }
  }

  /// Writes the documents as they come, into files that are gone when nobody reads them.
  public Segment(Stream<Document> documents) {
    this(temporary(documents));
  }

  private Segment(DirectoryReader reader) {
    memory = CLEANER.register(this, () -> close(reader));
    searcher = new IndexSearcher(reader);
    searcher.setSimilarity(similarity());
    searcher.setQueryCache(null);
  }

  /// Reads a segment that was written before.
  ///
  /// @param mapped into memory, for many questions; without that the first is answered sooner
  static Segment open(Path directory, boolean mapped) throws IOException {
    try (var files = mapped ? new MMapDirectory(directory) : new NIOFSDirectory(directory)) {
      return new Segment(DirectoryReader.open(files));
    }
  }

  /// Writes the documents as they come, into an empty directory.
  static void write(Path directory, Stream<Document> documents) throws IOException {
    var config = new IndexWriterConfig(null);
    config.setSimilarity(similarity());
    config.setMergePolicy(new LogDocMergePolicy());
    // What is written is one segment already, unless it is large; packed into one file it would be
    // written twice.
    config.setUseCompoundFile(false);
    try (var files = new Unsynced(directory);
        var writer = new IndexWriter(files, config)) {
      for (Iterator<Document> each = documents.iterator(); each.hasNext(); ) {
        writer.addDocument(each.next());
      }
      writer.forceMerge(1);
    }
  }

  /// The segment stays open until the reading is done.
  public <T> T read(Reading<T> reading) {
    try {
      return reading.of(searcher);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      Reference.reachabilityFence(this);
    }
  }

  /// The documents that hold a term, with their scores.
  Postings postings(Term term) {
    return read(
        searcher -> {
          Weight weight = searcher.createWeight(new TermQuery(term), ScoreMode.COMPLETE, 1);
          int[] documents = new int[searcher.getIndexReader().docFreq(term)];
          float[] scores = new float[documents.length];
          int count = 0;
          for (var leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            while (scorer != null && scorer.iterator().nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
              documents[count] = leaf.docBase + scorer.docID();
              scores[count++] = scorer.score();
            }
          }
          return new Postings(documents, scores);
        });
  }

  /// The number that each document carries in a field; its place in the index may change in a
  /// merge.
  public int[] numbers(String field) {
    return read(
        searcher -> {
          int[] numbers = new int[searcher.getIndexReader().maxDoc()];
          for (var leaf : searcher.getIndexReader().leaves()) {
            NumericDocValues values = leaf.reader().getNumericDocValues(field);
            for (int doc = 0; values != null && doc < leaf.reader().maxDoc(); doc++) {
              if (values.advanceExact(doc)) {
                numbers[leaf.docBase + doc] = (int) values.longValue();
              }
            }
          }
          return numbers;
        });
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
  private static DirectoryReader temporary(Stream<Document> documents) {
    try {
      Path directory = Files.createTempDirectory("ansinh-index");
      write(directory, documents);
      try (var files = new MMapDirectory(directory)) {
        DirectoryReader reader = DirectoryReader.open(files);
        for (String file : files.listAll()) {
          files.deleteFile(file);
        }
        Files.delete(directory);
        return reader;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Nobody waits for the disk: an index that a power cut spoils is made anew.
  private static final class Unsynced extends FilterDirectory {
    Unsynced(Path directory) throws IOException {
      super(new MMapDirectory(directory));
    }

    @Override
    public void sync(Collection<String> names) {}

    @Override
    public void syncMetaData() {}
  }

  private static BM25Similarity similarity() {
    return new BM25Similarity(0.6f, 0.6f);
  }
}
