package vn.ansinh.search;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.analysis.Abbreviations;
import vn.ansinh.search.analysis.Repair;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.facet.FacetModel;
import vn.ansinh.search.index.Clauses;
import vn.ansinh.search.index.Corpus;
import vn.ansinh.search.index.Corpus.Child;
import vn.ansinh.search.index.CorpusReader;
import vn.ansinh.search.index.PassageIndex;
import vn.ansinh.search.index.PassageIndex.Found;
import vn.ansinh.search.index.Profile;

/// From a question to a finding, over one state of the knowledge base; safe for many threads.
public final class SearchIndex implements AutoCloseable {
  private static final int RESULTS = 10;
  private static final int CHOICES = 3;

  private static final int CANDIDATES = 30;

  private static final int CHILDREN_EACH = 4;

  /// By what share of its score the best must lead when hardly anything was said.
  private static final double WIDE_MARGIN = 0.7;

  private final KnowledgeBase base;
  private final SearchSettings settings;
  private final List<Entitlement> entries;
  private final QuestionReader reader;
  private final Repair repair;
  private final Corpus corpus;
  private final PassageIndex passages;

  /// An entry with its best text, by its number and score, and its best texts.
  record Candidate(int entry, int best, double score, List<Child> children) {}

  /// A question with what was made of it.
  ///
  /// @param entries what speaks for each candidate, best first
  record Weighed(
      Question question,
      Terms terms,
      Clauses clauses,
      Explanation explanation,
      Collection<Candidate> candidates,
      List<Evidence> entries) {
    /// The least score that competes with the first.
    private double near(List<Hit> hits, double usual) {
      boolean isWide = question.called().isEmpty() && question.isWide();
      double margin = isWide ? Math.max(WIDE_MARGIN, usual) : usual;
      return hits.isEmpty() ? 0 : hits.getFirst().score() * (1 - margin);
    }
  }

  private SearchIndex(Words words, PassageIndex passages, SearchSettings settings) {
    this.settings = settings;
    this.passages = passages;
    base = words.base;
    entries = words.entries;
    reader = words.reader;
    corpus = passages.corpus();
    repair = new Repair(corpus.vocabulary(), words.abbreviations);
  }

  /// What is read of a knowledge base whether or not its texts are counted already.
  private record Words(
      KnowledgeBase base,
      List<Entitlement> entries,
      Abbreviations abbreviations,
      QuestionReader reader) {
    static Words of(KnowledgeBase base, @Nullable Supplier<FacetModel> sides) {
      Abbreviations abbreviations = new Abbreviations(base.lexicon().abbreviations());
      return new Words(
          base,
          List.copyOf(base.all()),
          abbreviations,
          new QuestionReader(base, abbreviations, sides));
    }

    Corpus corpus(KnowledgeBase base) {
      return CorpusReader.read(base, reader::weights, reader.grammar(), abbreviations);
    }
  }

  /// Builds the index in memory; the knowledge base may change afterwards without effect on it.
  public static SearchIndex of(KnowledgeBase base, SearchSettings settings) {
    Words words = Words.of(base, null);
    return new SearchIndex(words, PassageIndex.of(words.corpus(base)), settings);
  }

  /// Builds the same and leaves it in an empty directory, for [PassageIndex#open] and
  /// [FacetModel#open].
  public static SearchIndex write(KnowledgeBase base, SearchSettings settings, Path directory)
      throws IOException {
    Words words = Words.of(base, null);
    PassageIndex passages = PassageIndex.write(words.corpus(base), directory);
    words.reader.sides().write(directory);
    return new SearchIndex(words, passages, settings);
  }

  /// @param passages of the same knowledge base; asked for last, for they may still be on their way
  /// @param sides learnt from the same knowledge base; asked for in another thread
  public static SearchIndex of(
      KnowledgeBase base,
      SearchSettings settings,
      Supplier<PassageIndex> passages,
      Supplier<FacetModel> sides) {
    Words words = Words.of(base, sides);
    return new SearchIndex(words, passages.get(), settings);
  }

  public Finding search(String question) {
    Question asked = reader.read(question, repair);
    Weighed weighed = weigh(asked);
    List<Evidence> entries = weighed.entries();
    double unknown = asked.asked().bare() ? 0 : 1;
    double substance = entries.isEmpty() ? unknown : entries.getFirst().substance();
    List<Hit> hits = hits(entries, asked.certainty());
    Asked found =
        asked
            .asked()
            .found(substance, !entries.isEmpty() && asked.isOutright(entries.getFirst().entry()));
    int competing = competing(weighed, hits);
    return competing == 0
        ? new Finding.Nothing(found, hits)
        : competing > 1
            ? new Finding.Ambiguous(found, hits, competing)
            : new Finding.Confident(found, hits);
  }

  /// What is understood of a question, without looking for what answers it.
  public Asked read(String question) {
    return reader.read(question, repair).asked();
  }

  /// How much more each of these entries says the words of a text than entries do on the whole; a
  /// logarithm. It tells of entries that the text alone would not find.
  public Map<EntitlementId, Double> telling(String text, Collection<EntitlementId> wanted) {
    Clauses clauses = new Clauses(corpus, passages);
    Terms terms = new Terms(reader.read(text, repair), corpus, clauses);
    int[] numbers =
        IntStream.range(0, entries.size())
            .filter(i -> wanted.contains(entries.get(i).id()))
            .toArray();
    List<Profile> profiles = corpus.profiles(numbers, clauses.terms());
    Map<EntitlementId, Double> telling = new HashMap<>();
    for (int i = 0; i < numbers.length; i++) {
      telling.put(entries.get(numbers[i]).id(), terms.telling(profiles.get(i).telling()));
    }
    return telling;
  }

  /// The same search with its reasons; slow. The best entries are explained, and those named.
  public Explained explain(String question, Collection<EntitlementId> besides) {
    Weighed weighed = weigh(reader.read(question, repair));
    List<Hit> hits = hits(weighed.entries(), weighed.question().certainty());
    Explainer explainer = new Explainer(corpus, entries, weighed);
    return new Explained(
        explainer.read(question, repair, base),
        explainer.candidates(hits.isEmpty() ? 0 : hits.getFirst().score(), besides),
        verdict(weighed, hits));
  }

  Question understood(String question) {
    return reader.read(question, repair);
  }

  /// The entries that Lucene finds, weighed and in order.
  private Weighed weigh(Question question) {
    Clauses clauses = new Clauses(corpus, passages);
    Terms terms = new Terms(question, corpus, clauses);
    List<Candidate> candidates = candidates(clauses);
    List<Profile> profiles = profiles(candidates, clauses);
    Explanation explanation =
        new Explanation(question, terms, clauses, corpus, entries, profiles.getLast());
    List<Evidence> weighed = new ArrayList<>(candidates.size());
    for (int i = 0; i < candidates.size(); i++) {
      Candidate each = candidates.get(i);
      weighed.add(explanation.of(each.entry(), profiles.get(i), each.score(), each.children()));
    }
    weighed.sort(
        Comparator.comparingDouble(Evidence::rank).reversed().thenComparing(Evidence::entry));
    return new Weighed(question, terms, clauses, explanation, candidates, weighed);
  }

  /// Those of the candidates, and last that of what others must answer.
  private List<Profile> profiles(List<Candidate> candidates, Clauses clauses) {
    int[] wanted =
        IntStream.concat(
                candidates.stream().mapToInt(Candidate::entry), IntStream.of(corpus.elsewhere()))
            .toArray();
    return corpus.profiles(wanted, clauses.terms());
  }

  private List<Candidate> candidates(Clauses clauses) {
    Map<Integer, Candidate> candidates = new LinkedHashMap<>();
    for (Found found : clauses.isEmpty() ? List.<Found>of() : passages.find(clauses)) {
      Child child = corpus.child(found.child());
      if (child.entry() == corpus.elsewhere()) {
        continue;
      }
      Candidate candidate = candidates.get(child.entry());
      if (candidate == null && candidates.size() < CANDIDATES) {
        candidate =
            new Candidate(
                child.entry(), found.child(), found.score(), new ArrayList<>(CHILDREN_EACH));
        candidates.put(child.entry(), candidate);
      }
      if (candidate != null && candidate.children().size() < CHILDREN_EACH) {
        candidate.children().add(child);
      }
    }
    return List.copyOf(candidates.values());
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
  /// those close to the best; the less is said, the farther is still close. 0 when nothing answers.
  private int competing(Weighed weighed, List<Hit> hits) {
    if (hits.isEmpty() || hits.getFirst().score() < settings.answer()) {
      return 0;
    }
    BitSet called = weighed.question().called();
    int first = weighed.entries().getFirst().entry();
    double near = weighed.near(hits, settings.margin());
    int competing = 1;
    while (competing < Math.min(CHOICES, hits.size())) {
      int next = weighed.entries().get(competing).entry();
      boolean isNear = hits.get(competing).score() >= near;
      if (!isNear && !(called.get(first) && called.get(next))) {
        break;
      }
      competing++;
    }
    return competing;
  }

  private Explained.Verdict verdict(Weighed weighed, List<Hit> hits) {
    boolean isNone = weighed.entries().isEmpty();
    return new Explained.Verdict(
        isNone ? 0 : weighed.entries().getFirst().chance(),
        isNone ? List.of() : weighed.entries().getFirst().chanceParts(),
        weighed.question().certainty(),
        settings.answer(),
        weighed.near(hits, settings.margin()),
        competing(weighed, hits));
  }

  @Override
  public void close() {
    passages.close();
  }
}
