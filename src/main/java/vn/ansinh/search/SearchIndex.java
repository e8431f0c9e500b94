package vn.ansinh.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.analysis.Abbreviations;
import vn.ansinh.search.analysis.Repair;
import vn.ansinh.search.index.Clauses;
import vn.ansinh.search.index.Corpus;
import vn.ansinh.search.index.Corpus.Child;
import vn.ansinh.search.index.CorpusReader;
import vn.ansinh.search.index.PassageIndex;
import vn.ansinh.search.index.PassageIndex.Found;

/// From a question to a finding, over one state of the knowledge base; safe for many threads.
public final class SearchIndex implements AutoCloseable {
  private static final int RESULTS = 10;
  private static final int CHOICES = 3;

  private static final int CANDIDATES = 30;

  /// What is left of a score when only the side was asked about, and many entries have that side.
  private static final double BARE = 0.45;
  private static final int CHILDREN_EACH = 4;

  /// By what share of its score the best must lead when hardly anything was said.
  private static final double WIDE_MARGIN = 0.7;

  private final SearchSettings settings;
  private final List<Entitlement> entries;
  private final QuestionReader reader;
  private final Repair repair;
  private final Corpus corpus;
  private final PassageIndex passages;

  /// An entry with the score of its best text, and its best texts.
  private record Candidate(int entry, double score, List<Child> children) {}

  private SearchIndex(Words words, PassageIndex passages, SearchSettings settings) {
    this.settings = settings;
    this.passages = passages;
    entries = words.entries;
    reader = words.reader;
    corpus = passages.corpus();
    repair = new Repair(corpus.vocabulary(), words.abbreviations);
  }

  /// What is read of a knowledge base whether or not its texts are counted already.
  private record Words(
      List<Entitlement> entries, Abbreviations abbreviations, QuestionReader reader) {
    static Words of(KnowledgeBase base) {
      Abbreviations abbreviations = new Abbreviations(base.lexicon().abbreviations());
      return new Words(
          List.copyOf(base.all()), abbreviations, new QuestionReader(base, abbreviations));
    }

    Corpus corpus(KnowledgeBase base) {
      return CorpusReader.read(base, reader::weights, reader.grammar(), abbreviations);
    }
  }

  /// Builds the index in memory; the knowledge base may change afterwards without effect on it.
  public static SearchIndex of(KnowledgeBase base, SearchSettings settings) {
    Words words = Words.of(base);
    return new SearchIndex(words, PassageIndex.of(words.corpus(base)), settings);
  }

  /// Builds the same and leaves it in an empty directory, for [PassageIndex#open].
  public static SearchIndex write(KnowledgeBase base, SearchSettings settings, Path directory)
      throws IOException {
    Words words = Words.of(base);
    return new SearchIndex(words, PassageIndex.write(words.corpus(base), directory), settings);
  }

  /// @param passages of the same knowledge base; asked for last, for they may still be on their way
  public static SearchIndex of(
      KnowledgeBase base, SearchSettings settings, Supplier<PassageIndex> passages) {
    Words words = Words.of(base);
    return new SearchIndex(words, passages.get(), settings);
  }

  public Finding search(String question) {
    Question asked = reader.read(question, repair);
    List<Evidence> weighed = weigh(asked);
    double unknown = asked.asked().bare() ? 0 : 1;
    double substance = weighed.isEmpty() ? unknown : weighed.getFirst().substance();
    List<Hit> hits = hits(weighed, asked.isWithoutSubject() ? BARE : 1);
    return decide(
        asked.asked().found(substance, isOutright(asked, weighed)),
        hits,
        competing(asked, weighed));
  }

  /// For tests and measurements: what speaks for each entry.
  List<Evidence> explain(String question) {
    return weigh(reader.read(question, repair));
  }

  Question understood(String question) {
    return reader.read(question, repair);
  }

  /// The entries that Lucene finds, weighed and in order.
  private List<Evidence> weigh(Question question) {
    Clauses clauses = new Clauses(corpus, passages);
    Terms terms = new Terms(question, corpus, clauses);
    if (clauses.isEmpty()) {
      return List.of();
    }
    Explanation explanation = new Explanation(question, terms, clauses, corpus, entries);
    Map<Integer, Candidate> candidates = new LinkedHashMap<>();
    for (Found found : passages.find(clauses)) {
      Child child = corpus.child(found.child());
      if (child.entry() == corpus.elsewhere()) {
        continue;
      }
      Candidate candidate = candidates.get(child.entry());
      if (candidate == null && candidates.size() < CANDIDATES) {
        candidate = new Candidate(child.entry(), found.score(), new ArrayList<>(CHILDREN_EACH));
        candidates.put(child.entry(), candidate);
      }
      if (candidate != null && candidate.children().size() < CHILDREN_EACH) {
        candidate.children().add(child);
      }
    }
    List<Evidence> weighed = new ArrayList<>(candidates.size());
    for (Candidate candidate : candidates.values()) {
      weighed.add(explanation.of(candidate.entry(), candidate.score(), candidate.children()));
    }
    weighed.sort(
        Comparator.comparingDouble(Evidence::rank).reversed().thenComparing(Evidence::entry));
    return weighed;
  }

  /// The best entry's chance, and for the others how likely they are beside it.
  private List<Hit> hits(List<Evidence> weighed, double certainty) {
    List<Hit> hits = new ArrayList<>(RESULTS);
    for (Evidence evidence : weighed.subList(0, Math.min(RESULTS, weighed.size()))) {
      double share = Math.exp(evidence.rank() - weighed.getFirst().rank());
      double score = weighed.getFirst().chance() * share * certainty;
      hits.add(new Hit(entries.get(evidence.entry()).id(), score));
    }
    return hits;
  }

  /// How many of the first could each be meant: those that all of the question is a name of, or
  /// those close to the best; the less is said, the farther is still close.
  private int competing(Question question, List<Evidence> weighed) {
    BitSet called = question.called();
    double margin = called.isEmpty() && question.isWide() ? WIDE_MARGIN : 0;
    double near = Math.log(1 - Math.max(margin, settings.margin()));
    int competing = 0;
    while (competing < Math.min(CHOICES, weighed.size())) {
      Evidence next = weighed.get(competing);
      boolean isNear = next.rank() - weighed.getFirst().rank() >= near;
      boolean isSoCalled = called.get(weighed.getFirst().entry()) && called.get(next.entry());
      if (!isNear && !isSoCalled) {
        break;
      }
      competing++;
    }
    return competing;
  }

  private static boolean isOutright(Question question, List<Evidence> weighed) {
    boolean isSure = question.asked().facetNamed() || question.isOnlyName();
    return isSure && !weighed.isEmpty() && question.called().get(weighed.getFirst().entry());
  }

  private Finding decide(Asked asked, List<Hit> hits, int competing) {
    if (hits.isEmpty() || hits.getFirst().score() < settings.answer()) {
      return new Finding.Nothing(asked, hits);
    }
    return competing > 1
        ? new Finding.Ambiguous(asked, hits, competing)
        : new Finding.Confident(asked, hits);
  }

  @Override
  public void close() {
    passages.close();
  }
}
