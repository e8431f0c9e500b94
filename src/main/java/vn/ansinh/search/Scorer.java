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
import vn.ansinh.search.Question.Name;
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
  ///
  /// @param child its best text's BM25 score, of what a text with every word of the question would have
  /// @param whole the same of all its texts together
  /// @param cover the share of the question's weight that it explains
  /// @param likeness how much the question and its best alias or example say the same
  /// @param mass how much it explains at all; a long story explains little of itself, yet much
  /// @param named the share of the question's weight that is a title or alias of it
  record Evidence(
      int entry,
      double child,
      double whole,
      double cover,
      double likeness,
      double mass,
      double named) {

    /// What entries are ordered by.
    double rank() {
      return child + 0.6 * whole + 0.2 * named;
    }

    /// The chance that the question is about this entry rather than about nothing here: a logistic
    /// regression over questions in and out of scope, none of them from the shared set's hidden half.
    double chance() {
      double sum =
          1.15 * child + 2.85 * whole + 1.6 * cover + 1.7 * likeness + 2.7 * mass + 1.25 * named;
      return 1 / (1 + Math.exp(5.4 - sum));
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
    Cover cover = terms.cover(word -> corpus.weight(entry, word) > 0);
    double mass = 1 - Math.exp(-cover.mass() / (2 * corpus.rarity(-1)));
    double likeness = 0;
    for (Found each : found) {
      likeness = Math.max(likeness, terms.likeness(corpus.children.get(each.child())));
    }
    return new Evidence(entry, child, whole, cover.share(), likeness, mass, terms.named(entry));
  }

  /// How much of a question is explained: as a share of it, and in rarity.
  private record Cover(double share, double mass) {}

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
    Cover cover(Holder entry) {
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
      return new Cover(all == 0 ? 0 : explained / all, explained);
    }

    /// The share of the question's weight that names the entry outright.
    double named(int entry) {
      double all = 0;
      for (double weight : weights) {
        all += weight;
      }
      double most = 0;
      for (Name name : question.names()) {
        if (name.entries().contains(entry)) {
          double sum = 0;
          for (int i = name.from(); i < name.to(); i++) {
            sum += weights[i];
          }
          most = Math.max(most, sum);
        }
      }
      return all == 0 ? 0 : most / all;
    }

    private double credit(int at, Holder entry) {
      List<Syllable> words = question.words();
      Syllable word = words.get(at);
      if (!entry.holds(corpus.folded(word))) {
        return 0;
      }
      boolean isExact = word.bare() || entry.holds(corpus.marked(word));
      boolean paired =
          (question.isPair(at) && entry.holds(corpus.pair(word, words.get(at + 1))))
              || (at > 0
                  && question.isPair(at - 1)
                  && entry.holds(corpus.pair(words.get(at - 1), word)));
      if (paired) {
        return isExact ? 1 : 0.9;
      }
      return word.bare() ? 0.5 : isExact ? 0.75 : 0.25;
    }

    /// Harmonic mean of the child's share in the question and the question's share in the child.
    double likeness(Child child) {
      if (child.content().length == 0) {
        return 0;
      }
      double all = 0;
      double shared = 0;
      for (int i = 0; i < child.content().length; i++) {
        double weight = child.roles()[i] * corpus.rarity(child.content()[i]);
        all += weight;
        shared += isAsked(child.content()[i]) ? weight : 0;
      }
      double cover = cover(child::holds).share();
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
  }
}
