package vn.ansinh.search.collection;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import vn.ansinh.search.analysis.Repair.Spelled;
import vn.ansinh.search.analysis.Repair.Spelled.Likely;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.search.analysis.Vocabulary;
import vn.ansinh.search.collection.JudgedCollection.Text;
import vn.ansinh.search.index.Segment;
import vn.ansinh.search.index.Speech;
import vn.ansinh.search.phrase.GrammarWords;

/// Any collection of texts, searched by the plain recipe that the search of the knowledge base
/// started from: the best passage counts, then the whole text.
///
/// Besides the abbreviations it knows what the collection itself teaches, and how people speak,
/// whatever they speak about: without that, marks that were not typed come back wrong wherever a
/// question says what no text says (tôi, mấy, bố). No roles of words, no synonyms, no names.
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
    Speech.teach(vocabulary, lexicon, GrammarWords.read().all(), abbreviations);
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
    List<Spelled> spelled = understood(question);
    List<Syllable> words = spelled.stream().map(Spelled::word).toList();
    return segment.read(
        searcher -> {
          List<Likely> telling = telling(searcher, spelled);
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

  private List<Spelled> understood(String question) {
    List<Spelled> words = repair.spelled(Syllables.of(question));
    return words.subList(0, Math.min(LONGEST_QUESTION, words.size()));
  }

  /// The spellings that not every other text has; all words when hardly one would be left.
  private List<Likely> telling(IndexSearcher searcher, List<Spelled> words) throws IOException {
    Set<String> left = new HashSet<>();
    List<Likely> telling = new ArrayList<>();
    for (Spelled word : words) {
      for (Likely likely : word.spellings()) {
        if (isTelling(searcher, likely.word()) && telling.size() < LONGEST_QUESTION) {
          telling.add(likely);
        }
      }
      if (isTelling(searcher, word.word())) {
        left.add(word.word().marked());
      }
    }
    return left.size() < LEAST_WORDS
        ? words.stream().map(word -> new Likely(word.word(), 1)).toList()
        : telling;
  }

  private boolean isTelling(IndexSearcher searcher, Syllable word) throws IOException {
    int held = searcher.getIndexReader().docFreq(Fields.WHOLE.term(word));
    return held > 0 && (long) COMMON * held <= texts.size();
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
