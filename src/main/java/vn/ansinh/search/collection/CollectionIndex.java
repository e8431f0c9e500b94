package vn.ansinh.search.collection;

import java.io.IOException;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryRescorer;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.apache.lucene.search.TotalHits;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.search.analysis.Abbreviations;
import vn.ansinh.search.analysis.Repair;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.search.analysis.Vocabulary;
import vn.ansinh.search.collection.JudgedCollection.Text;
import vn.ansinh.search.index.Segment;

/// Any collection of texts, searched by the plain recipe that the search of the knowledge base
/// started from: the best passage counts, then the whole text.
///
/// Besides the abbreviations it knows only what the collection itself teaches: no roles of words,
/// no synonyms, no names.
public final class CollectionIndex implements AutoCloseable {
  /// How many texts are ranked.
  public static final int REACH = 50;

  private static final String NUMBER = "number";
  private static final String IS_WHOLE = "whole";
  private static final float WHOLE_SHARE = 0.6f;

  /// A word in more than one of so many texts says nothing.
  private static final int COMMON = 5;

  private static final int LEAST_WORDS = 2;

  /// Lucene allows 1,024 clauses; a word makes two at most.
  private static final int LONGEST_QUESTION = 500;

  private final List<Text> texts;
  private final Abbreviations abbreviations;
  private final Vocabulary vocabulary = new Vocabulary();
  private final Repair repair;
  private final Segment segment;

  /// The text that each document of the segment belongs to.
  private final int[] numbers;

  /// The document that holds all of each text.
  private final int[] wholes;

  public CollectionIndex(Collection<Text> texts, Lexicon lexicon) {
    this.texts = texts.stream().sorted(Comparator.comparing(Text::id)).toList();
    abbreviations = new Abbreviations(lexicon.abbreviations());
    segment =
        new Segment(
            IntStream.range(0, this.texts.size()).boxed().flatMap(number -> documents(number)));
    repair = new Repair(vocabulary, abbreviations);
    numbers = segment.numbers(NUMBER);
    wholes = new int[this.texts.size()];
    int[] isWhole = segment.numbers(IS_WHOLE);
    for (int doc = 0; doc < numbers.length; doc++) {
      if (isWhole[doc] == 1) {
        wholes[numbers[doc]] = doc;
      }
    }
  }

  /// The ids of the best texts, best first, equal ones by id.
  public List<String> search(String question) {
    List<Syllable> words = understood(question);
    return segment.read(
        searcher -> {
          List<Syllable> telling = telling(searcher, words);
          ScoreDoc[] found = best(searcher, Fields.PASSAGE.query(telling, words));
          return Stream.of(rescored(searcher, Fields.WHOLE.query(telling, words), found))
              .sorted(
                  Comparator.comparingDouble((ScoreDoc doc) -> -doc.score)
                      .thenComparing(doc -> numbers[doc.doc]))
              .map(doc -> texts.get(numbers[doc.doc]).id())
              .toList();
        });
  }

  @Override
  public void close() {
    segment.close();
  }

  private List<Syllable> understood(String question) {
    List<Syllable> words = repair.repair(Syllables.of(question));
    return words.subList(0, Math.min(LONGEST_QUESTION, words.size()));
  }

  /// The words that not every other text has; all when hardly one would be left.
  private List<Syllable> telling(IndexSearcher searcher, List<Syllable> words) throws IOException {
    Map<String, Boolean> isTelling = new LinkedHashMap<>();
    for (Syllable word : words) {
      int held = searcher.getIndexReader().docFreq(Fields.WHOLE.term(word));
      isTelling.put(word.marked(), held > 0 && (long) COMMON * held <= texts.size());
    }
    long left = isTelling.values().stream().filter(telling -> telling).count();
    return left < LEAST_WORDS
        ? words
        : words.stream().filter(word -> isTelling.getOrDefault(word.marked(), false)).toList();
  }

  /// Each text's best passage, as if it were found by its whole.
  private ScoreDoc[] best(IndexSearcher searcher, Query query) throws IOException {
    for (int reach = 4 * REACH; ; reach *= 4) {
      int most = Math.min(reach, numbers.length);
      ScoreDoc[] passages =
          searcher.search(query, new TopScoreDocCollectorManager(most, most)).scoreDocs;
      Map<Integer, ScoreDoc> best = new LinkedHashMap<>();
      for (ScoreDoc passage : passages) {
        int number = numbers[passage.doc];
        best.putIfAbsent(number, new ScoreDoc(wholes[number], passage.score));
      }
      if (best.size() >= REACH || passages.length < most || most == numbers.length) {
        return best.values().stream().limit(REACH).toArray(ScoreDoc[]::new);
      }
    }
  }

  private static ScoreDoc[] rescored(IndexSearcher searcher, Query query, ScoreDoc[] found)
      throws IOException {
    TopDocs first = new TopDocs(new TotalHits(found.length, TotalHits.Relation.EQUAL_TO), found);
    QueryRescorer rescorer =
        new QueryRescorer(query) {
          @Override
          protected float combine(float passage, boolean matches, float whole) {
            return matches ? passage + WHOLE_SHARE * whole : passage;
          }
        };
    return rescorer.rescore(searcher, first, REACH).scoreDocs;
  }

  /// One document for each passage, one for the whole.
  private Stream<Document> documents(int number) {
    List<Syllable> title = read(texts.get(number).title());
    List<Syllable> text = read(texts.get(number).text());
    Stream<Document> passages =
        Passages.of(text).stream().map(passage -> document(number, false, List.of(title, passage)));
    return Stream.concat(passages, Stream.of(document(number, true, List.of(title, text))));
  }

  private List<Syllable> read(String text) {
    List<Syllable> words = abbreviations.expandText(Syllables.of(text));
    vocabulary.add(words);
    return words;
  }

  private static Document document(int number, boolean isWhole, List<List<Syllable>> parts) {
    Document document = new Document();
    document.add(new NumericDocValuesField(NUMBER, number));
    document.add(new NumericDocValuesField(IS_WHOLE, isWhole ? 1 : 0));
    (isWhole ? Fields.WHOLE : Fields.PASSAGE).fill(document, parts);
    return document;
  }
}
