package vn.ansinh.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.TermQuery;
import vn.ansinh.search.Corpus.Child;
import vn.ansinh.search.PassageIndex.Found;
import vn.ansinh.search.Question.Link;
import vn.ansinh.search.analysis.Syllable;

/// Weighs the entries against one question: what Lucene finds, then how much of the question each explains.
final class Scorer {
  private static final int CLAUSES = 600;
  private static final int CANDIDATES = 30;
  private static final int CHILDREN_EACH = 4;
  private static final double FOLDED = 0.35;
  private static final double MARKED = 0.35;
  private static final double PAIR = 0.8;
  private static final double LINK = 0.5;

  private final Corpus corpus;
  private final PassageIndex index;

  Scorer(Corpus corpus, PassageIndex index) {
    this.corpus = corpus;
    this.index = index;
  }

  /// What speaks for one entry; each from 0 to about 1.
  record Evidence(
      int entry, double child, double whole, double cover, double likeness, double rank) {

    double score() {
      return Math.min(1, 0.35 * child + 0.15 * whole + 0.3 * cover + 0.3 * likeness);
    }
  }

  List<Evidence> weigh(Question question) {
    Terms terms = new Terms(question);
    if (terms.clauses == 0) {
      return List.of();
    }
    Map<Integer, List<Found>> byEntry = new LinkedHashMap<>();
    for (Found found : index.find(terms.query.build())) {
      int entry = corpus.children.get(found.child()).entry();
      List<Found> own = byEntry.computeIfAbsent(entry, any -> new ArrayList<>(CHILDREN_EACH));
      if (own.size() < CHILDREN_EACH) {
        own.add(found);
      }
    }
    return byEntry.entrySet().stream()
        .limit(CANDIDATES)
        .map(found -> evidence(found.getKey(), found.getValue(), terms))
        .sorted(Comparator.comparingDouble(Evidence::rank).reversed().thenComparing(Evidence::entry))
        .toList();
  }

  private Evidence evidence(int entry, List<Found> found, Terms terms) {
    double child = found.getFirst().score() / terms.ideal;
    double whole = 0;
    for (int i = 0; i < terms.ids.size(); i++) {
      whole += terms.boosts.get(i) * corpus.weight(entry, terms.ids.get(i));
    }
    whole /= terms.ideal;
    double cover = terms.cover(word -> corpus.weight(entry, word) > 0);
    double likeness = 0;
    for (Found each : found) {
      likeness = Math.max(likeness, terms.likeness(corpus.children.get(each.child())));
    }
    double rank = child + 0.6 * whole + 0.5 * likeness;
    return new Evidence(entry, child, whole, cover, likeness, rank);
  }

  private interface Holder {
    boolean holds(int term);
  }

  /// The question's terms as numbers and as a Lucene query.
  private final class Terms {
    final BooleanQuery.Builder query = new BooleanQuery.Builder();
    final List<Integer> ids = new ArrayList<>();
    final List<Double> boosts = new ArrayList<>();
    final double[] weights;
    final Question question;
    double ideal;
    int clauses;

    Terms(Question question) {
      this.question = question;
      List<Syllable> words = question.words();
      boolean hasContent = question.roles().stream().anyMatch(role -> role.weight() > 0);
      weights = new double[words.size()];
      for (int i = 0; i < words.size(); i++) {
        double role = hasContent ? question.roles().get(i).weight() : 0.3;
        weights[i] = role * Math.min(corpus.rarity(corpus.folded(words.get(i))), corpus.rarity(-1));
        word(words.get(i), role, true);
        if (question.isPair(i)) {
          double next = hasContent ? question.roles().get(i + 1).weight() : 0.3;
          pair(words.get(i), words.get(i + 1), (role + next) / 2, true);
        }
      }
      for (Link link : question.links()) {
        for (int i = 0; i < link.written().size(); i++) {
          word(link.written().get(i), LINK, false);
          if (i > 0) {
            pair(link.written().get(i - 1), link.written().get(i), LINK, false);
          }
        }
      }
      ideal = Math.max(ideal, 1e-6);
    }

    private void word(Syllable word, double weight, boolean typed) {
      add(PassageIndex.FOLDED, word.folded(), corpus.folded(word), FOLDED * weight, typed);
      add(PassageIndex.MARKED, word.marked(), corpus.marked(word), MARKED * weight, typed);
    }

    private void pair(Syllable first, Syllable second, double weight, boolean typed) {
      String text = PassageIndex.pair(first, second);
      add(PassageIndex.PAIRS, text, corpus.pair(first, second), PAIR * weight, typed);
    }

    private void add(String field, String text, int id, double boost, boolean typed) {
      if (boost == 0) {
        return;
      }
      double weight = boost * corpus.rarity(id);
      if (typed) {
        ideal += 0.65 * weight;
      }
      if (id >= 0 && clauses < CLAUSES) {
        query.add(
            new BoostQuery(new TermQuery(new Term(field, text)), (float) boost), Occur.SHOULD);
        clauses++;
        ids.add(id);
        boosts.add(weight);
      }
    }

    /// The share of the question's weight that an entry explains.
    double cover(Holder entry) {
      double all = 0;
      double explained = 0;
      double[] credits = new double[weights.length];
      for (int i = 0; i < weights.length; i++) {
        credits[i] = credit(i, entry);
      }
      for (Link link : question.links()) {
        double held = 0;
        for (Syllable word : link.written()) {
          held += entry.holds(corpus.folded(word)) ? 1.0 / link.written().size() : 0;
        }
        for (int i = link.from(); i < link.to(); i++) {
          credits[i] = Math.max(credits[i], 0.9 * held);
        }
      }
      for (int i = 0; i < weights.length; i++) {
        all += weights[i];
        explained += weights[i] * credits[i];
      }
      return all == 0 ? 0 : explained / all;
    }

    private double credit(int at, Holder entry) {
      List<Syllable> words = question.words();
      Syllable word = words.get(at);
      if (!entry.holds(corpus.folded(word))) {
        return 0;
      }
      if (word.bare() || entry.holds(corpus.marked(word))) {
        return 1;
      }
      boolean paired =
          (question.isPair(at) && entry.holds(corpus.pair(word, words.get(at + 1))))
              || (at > 0
                  && question.isPair(at - 1)
                  && entry.holds(corpus.pair(words.get(at - 1), word)));
      return paired ? 0.9 : 0.4;
    }

    /// Harmonic mean of the child's share in the question and the question's share in the child.
    double likeness(Child child) {
      if (child.terms().length == 0) {
        return 0;
      }
      double all = 0;
      double shared = 0;
      for (int i = 0; i < child.terms().length; i++) {
        double weight = child.roles()[i] * corpus.rarity(child.terms()[i]);
        all += weight;
        shared += isAsked(child.terms()[i]) ? weight : 0;
      }
      double cover = cover(term -> holds(child, term));
      double fit = all == 0 ? 0 : shared / all;
      return cover + fit == 0 ? 0 : 2 * cover * fit / (cover + fit);
    }

    private boolean isAsked(int folded) {
      for (Syllable word : question.words()) {
        if (corpus.folded(word) == folded) {
          return true;
        }
      }
      return false;
    }

    private boolean holds(Child child, int term) {
      for (int own : child.terms()) {
        if (own == term) {
          return true;
        }
      }
      return false;
    }
  }
}
