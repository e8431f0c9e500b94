package vn.ansinh.search;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Question.Role;
import vn.ansinh.search.SearchIndex.Candidate;
import vn.ansinh.search.SearchIndex.Weighed;
import vn.ansinh.search.analysis.Reading;
import vn.ansinh.search.analysis.Repair;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.explain.Explained.Source;
import vn.ansinh.search.explain.Explained.Step;
import vn.ansinh.search.explain.Explained.Term;
import vn.ansinh.search.explain.Explained.Text;
import vn.ansinh.search.explain.Explained.Why;
import vn.ansinh.search.explain.Explained.Word;
import vn.ansinh.search.index.ChildTexts;
import vn.ansinh.search.index.Clauses.Share;
import vn.ansinh.search.index.Corpus;
import vn.ansinh.search.index.Corpus.Child;
import vn.ansinh.search.index.Profile;
import vn.ansinh.search.phrase.PhraseTree;

/// How one question was read, and why each entry was found.
final class Explainer {
  private static final int EXPLAINED = 5;

  private final Corpus corpus;
  private final List<Entitlement> entries;
  private final Weighed weighed;
  private final Question question;

  Explainer(Corpus corpus, List<Entitlement> entries, Weighed weighed) {
    this.corpus = corpus;
    this.entries = entries;
    this.weighed = weighed;
    this.question = weighed.question();
  }

  Explained.Read read(String typed, Repair repair, KnowledgeBase base) {
    Asked asked = question.asked();
    return new Explained.Read(
        !Normalizer.isNormalized(typed, Normalizer.Form.NFC),
        words(QuestionReader.shortened(typed), repair),
        asked.facet(),
        asked.facetNamed(),
        question.isWithoutSubject(),
        sides(base),
        question.links().stream()
            .map(
                link -> new Explained.Meaning(said(link.from(), link.to()), joined(link.written())))
            .toList(),
        question.names().stream()
            .map(
                name ->
                    new Explained.Name(
                        said(name.from(), name.to()),
                        name.entries().stream().mapToObj(at -> entries.get(at).id()).toList()))
            .toList(),
        question.ages());
  }

  private List<Word> words(String typed, Repair repair) {
    List<String> raw = QuestionReader.shortened(Syllables.typed(typed));
    List<Syllable> syllables = QuestionReader.shortened(Syllables.of(typed));
    List<Reading> readings = Reading.of(syllables, repair);
    List<Word> words = new ArrayList<>();
    for (int i = 0; i < readings.size(); i++) {
      Reading reading = readings.get(i);
      String own = raw.get(reading.typed());
      boolean isNormal = own.equals(syllables.get(reading.typed()).marked());
      words.add(
          new Word(
              own,
              reading.word().marked(),
              Stream.concat(
                      isNormal ? Stream.of() : Stream.of(Step.NORMALISED),
                      reading.changes().stream().map(change -> Step.valueOf(change.name())))
                  .toList(),
              Explained.Role.valueOf(question.roles().get(i).name()),
              corpus.folded(reading.word()) >= 0,
              weighed.terms().weight(i)));
    }
    return words;
  }

  private List<Explained.Side> sides(KnowledgeBase base) {
    PhraseTree<Facet> phrases = new PhraseTree<>();
    base.lexicon()
        .facets()
        .forEach((facet, all) -> all.forEach(phrase -> phrases.add(phrase, facet)));
    List<Explained.Side> sides = new ArrayList<>();
    for (int i = 0; i < question.words().size(); ) {
      var match = phrases.at(question.words(), i);
      int end = i + (match == null ? 1 : match.length());
      if (match != null
          && question.roles().subList(i, end).stream().anyMatch(role -> role != Role.FILLER)) {
        sides.add(new Explained.Side(said(i, end), match.value()));
      }
      i = end;
    }
    return sides;
  }

  /// All candidates, best first; the first few with their reasons, and those named.
  ///
  /// @param best the first one's score
  List<Explained.Candidate> candidates(double best, Collection<EntitlementId> besides) {
    List<Explained.Candidate> all = new ArrayList<>();
    for (Evidence evidence : weighed.entries()) {
      EntitlementId id = entries.get(evidence.entry()).id();
      double behind = evidence.rank() - weighed.entries().getFirst().rank();
      all.add(
          new Explained.Candidate(
              id,
              best * Math.exp(behind),
              evidence.rank(),
              evidence.rankParts(),
              all.size() < EXPLAINED || besides.contains(id) ? why(evidence) : null));
    }
    return all;
  }

  private Why why(Evidence evidence) {
    int entry = evidence.entry();
    Candidate candidate =
        weighed.candidates().stream()
            .filter(each -> each.entry() == entry)
            .findFirst()
            .orElseThrow();
    int first =
        IntStream.range(0, entry).map(each -> ChildTexts.written(entries.get(each)).size()).sum();
    List<Text> texts = ChildTexts.written(entries.get(entry));
    Profile profile = corpus.profiles(new int[] {entry}, weighed.clauses().terms()).getFirst();
    List<List<Source>> held = held(profile, first, texts);
    return new Why(
        texts.get(candidate.best() - first),
        evidence.child(),
        terms(weighed.clauses().shares(candidate.best()), held),
        terms(weighed.clauses().shares(profile.weights()), held),
        telling(profile, held),
        alike(candidate, first, texts),
        named(entry),
        entries.get(entry).ages());
  }

  /// Where in an entry each term of the question stands, by its number.
  private List<List<Source>> held(Profile profile, int first, List<Text> texts) {
    List<List<Source>> held = new ArrayList<>();
    for (int number = 0; number < profile.weights().length; number++) {
      int term = number;
      List<Source> brief =
          IntStream.range(0, texts.size())
              .filter(at -> corpus.child(first + at).holds(weighed.clauses().terms())[term])
              .mapToObj(at -> texts.get(at).kind())
              .distinct()
              .toList();
      // A passage does not keep its terms: what no other text holds is its.
      held.add(brief.isEmpty() && profile.weights()[number] > 0 ? List.of(Source.PASSAGE) : brief);
    }
    return held;
  }

  private static List<Term> terms(List<Share> shares, List<List<Source>> held) {
    return strongest(
        shares.stream()
            .map(
                share ->
                    new Term(share.field(), share.term(), share.score(), held.get(share.number())))
            .filter(term -> term.score() > 0));
  }

  private List<Term> telling(Profile profile, List<List<Source>> held) {
    return strongest(
        weighed.terms().tellingParts(profile.telling()).entrySet().stream()
            .map(
                part -> {
                  Terms.Told told = part.getKey();
                  return new Term(
                      told.field(), told.text(), part.getValue(), held.get(told.number()));
                }));
  }

  /// A term that is said twice counts twice, in one line.
  private static List<Term> strongest(Stream<Term> terms) {
    Map<String, Term> distinct = new LinkedHashMap<>();
    terms.forEach(
        term ->
            distinct.merge(
                term.field() + ' ' + term.term(),
                term,
                (one, other) ->
                    new Term(one.field(), one.term(), one.score() + other.score(), one.in())));
    return distinct.values().stream()
        .sorted(Comparator.comparingDouble((Term term) -> -term.score()))
        .toList();
  }

  private @Nullable Text alike(Candidate candidate, int first, List<Text> texts) {
    double most = 0;
    @Nullable Child best = null;
    for (Child child : candidate.children()) {
      double likeness = weighed.explanation().likeness(child);
      if (likeness > most) {
        most = likeness;
        best = child;
      }
    }
    for (int at = 0; best != null && at < texts.size(); at++) {
      if (corpus.child(first + at) == best) {
        return texts.get(at);
      }
    }
    return null;
  }

  private @Nullable String named(int entry) {
    return question.names().stream()
        .filter(name -> name.entries().get(entry))
        .map(name -> said(name.from(), name.to()))
        .max(Comparator.comparingInt(String::length))
        .orElse(null);
  }

  private String said(int from, int to) {
    return joined(question.words().subList(from, to));
  }

  private static String joined(List<Syllable> words) {
    return words.stream().map(Syllable::marked).collect(Collectors.joining(" "));
  }
}
