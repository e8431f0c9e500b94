package vn.ansinh.search;

import java.util.List;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.Entitlement.Ages;
import vn.ansinh.search.Question.Link;
import vn.ansinh.search.Question.Name;
import vn.ansinh.search.index.Clauses;
import vn.ansinh.search.index.Corpus;
import vn.ansinh.search.index.Corpus.Child;
import vn.ansinh.search.index.Profile;

/// How much of a question each entry explains.
final class Explanation {
  private final Question question;
  private final Terms terms;
  private final Clauses clauses;
  private final Corpus corpus;
  private final List<Entitlement> entries;
  private final double[] credits;
  private final double elsewhere;

  /// How much of a question is explained: as a share of it, and in rarity.
  private record Cover(double share, double mass) {}

  /// @param elsewhere the profile of what others must answer
  Explanation(
      Question question,
      Terms terms,
      Clauses clauses,
      Corpus corpus,
      List<Entitlement> entries,
      Profile elsewhere) {
    this.question = question;
    this.terms = terms;
    this.clauses = clauses;
    this.corpus = corpus;
    this.entries = entries;
    credits = new double[question.words().size()];
    this.elsewhere = terms.telling(elsewhere.telling());
  }

  /// @param score of its best text
  /// @param children its best texts
  Evidence of(int entry, Profile profile, double score, List<Child> children) {
    boolean[] any = new boolean[clauses.terms().size()];
    for (int number = 0; number < any.length; number++) {
      any[number] = profile.weights()[number] > 0;
    }
    Cover cover = cover(any);
    double likeness = 0;
    for (Child child : children) {
      double fit = fit(child);
      // What the fit allows at most: mostly the text needs no closer look.
      if (harmonic(1, fit) > likeness) {
        likeness = Math.max(likeness, harmonic(cover(child.holds(clauses.terms())).share(), fit));
      }
    }
    return new Evidence(
        entry,
        score / clauses.ideal(),
        clauses.score(profile.weights()) / clauses.ideal(),
        cover.share(),
        likeness,
        1 - Math.exp(-cover.mass() / (2 * corpus.rarity(-1))),
        named(entry),
        terms.telling(profile.telling()),
        elsewhere,
        age(entries.get(entry).ages()));
  }

  private int age(List<Ages> meant) {
    if (meant.isEmpty() || question.ages().isEmpty()) {
      return 0;
    }
    boolean fits =
        question.ages().stream()
            .anyMatch(age -> meant.stream().anyMatch(ages -> ages.contains(age)));
    return fits ? 1 : -1;
  }

  /// @param held the terms that an entry, or one of its texts, holds
  private Cover cover(boolean[] held) {
    for (int i = 0; i < credits.length; i++) {
      credits[i] = terms.weight(i) == 0 ? 0 : credit(i, held);
    }
    for (int link = 0; link < question.links().size(); link++) {
      int[] written = terms.written(link);
      int said = 0;
      for (int term : written) {
        said += holds(held, term) ? 1 : 0;
      }
      Link span = question.links().get(link);
      for (int i = span.from(); i < span.to(); i++) {
        credits[i] = Math.max(credits[i], 0.9 * said / written.length);
      }
    }
    double explained = 0;
    for (int i = 0; i < credits.length; i++) {
      explained += terms.weight(i) * credits[i];
    }
    return new Cover(terms.all() == 0 ? 0 : explained / terms.all(), explained);
  }

  /// Harmonic mean of the text's share in the question and the question's share in the text.
  double likeness(Child child) {
    return harmonic(cover(child.holds(clauses.terms())).share(), fit(child));
  }

  /// The question's share in a text.
  private double fit(Child child) {
    double shared = 0;
    for (int i = 0; i < child.content().length; i++) {
      int term = child.content()[i];
      shared += terms.isAsked(term) ? child.roles()[i] * corpus.rarity(term) : 0;
    }
    return child.weight() == 0 ? 0 : shared / child.weight();
  }

  private static double harmonic(double one, double other) {
    return one + other == 0 ? 0 : 2 * one * other / (one + other);
  }

  /// The share of the question's weight that names the entry outright.
  private double named(int entry) {
    double most = 0;
    for (Name name : question.names()) {
      if (name.entries().get(entry)) {
        double sum = 0;
        for (int i = name.from(); i < name.to(); i++) {
          sum += terms.weight(i);
        }
        most = Math.max(most, sum);
      }
    }
    return terms.all() == 0 ? 0 : most / terms.all();
  }

  private static boolean holds(boolean[] held, int term) {
    return term >= 0 && held[term];
  }

  /// A word alone says less than a word beside its neighbour, and other marks say less than the
  /// same.
  private double credit(int at, boolean[] held) {
    if (!holds(held, terms.folded(at))) {
      return 0;
    }
    boolean isBare = question.words().get(at).bare();
    boolean isExact = isBare || holds(held, terms.marked(at));
    boolean isPaired = holds(held, terms.pair(at)) || (at > 0 && holds(held, terms.pair(at - 1)));
    if (isPaired) {
      return isExact ? 1 : 0.9;
    }
    return isBare ? 0.5 : isExact ? 0.75 : 0.25;
  }
}
