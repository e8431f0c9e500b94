package vn.ansinh.search.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.Cleaner;
import java.lang.ref.Reference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LogDocMergePolicy;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.similarities.BM25Similarity;
import org.apache.lucene.store.MMapDirectory;

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

  /// Writes the documents as they come.
  public Segment(Stream<Document> documents) {
    try {
      var directory = new MMapDirectory(Files.createTempDirectory("ansinh-index"));
      var config = new IndexWriterConfig(null);
      config.setSimilarity(similarity());
      config.setMergePolicy(new LogDocMergePolicy());
      try (IndexWriter writer = new IndexWriter(directory, config)) {
        for (Iterator<Document> each = documents.iterator(); each.hasNext(); ) {
          writer.addDocument(each.next());
        }
        writer.forceMerge(1);
      }
      DirectoryReader reader = DirectoryReader.open(directory);
      memory = CLEANER.register(this, () -> close(reader));
      forget(directory);
      searcher = new IndexSearcher(reader);
      searcher.setSimilarity(similarity());
      searcher.setQueryCache(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
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
  private static void forget(MMapDirectory directory) throws IOException {
    for (String file : directory.listAll()) {
      directory.deleteFile(file);
    }
    Path path = directory.getDirectory();
    directory.close();
    Files.delete(path);
  }

  private static BM25Similarity similarity() {
    return new BM25Similarity(0.6f, 0.6f);
  }
}
