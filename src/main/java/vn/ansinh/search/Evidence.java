package vn.ansinh.search;

import java.util.List;
import vn.ansinh.search.explain.Explained.Kind;
import vn.ansinh.search.explain.Explained.Part;

/// What speaks for one entry; each from 0 to about 1.
///
/// @param child its best text's BM25 score, of what a text with every word of the question would
/// have
/// @param whole the same of all its texts together
/// @param cover the share of the question's weight that it explains
/// @param likeness how much the question and its best alias or example say the same
/// @param mass how much it explains at all; a long story explains little of itself, yet much
/// @param named the share of the question's weight that is a title or alias of it
/// @param telling how much more it says the question's words than other entries do, a logarithm
/// @param elsewhere the same of the questions that others must answer
/// @param age 1 when an age that the question names is one it is for, -1 when none is, 0 when age
/// says nothing
record Evidence(
    int entry,
    double child,
    double whole,
    double cover,
    double likeness,
    double mass,
    double named,
    double telling,
    double elsewhere,
    int age) {
  private static final double WHOLE = 2.6;
  private static final double LIKENESS = 1.2;
  private static final double NAMED = 2.6;
  private static final double TELLING = 0.85;
  private static final double AGE = 0.8;
  private static final double CHANCE_NAMED = 3.01;
  private static final double CHANCE_TELLING = 0.57;
  private static final double CHANCE_ELSEWHERE = 1.49;

  /// Of what the fit gave, .42 more: refusing too often is the lesser evil.
  private static final double CHANCE_NONE = 2.59;

  /// How much the question says at all, explained or not, from 0 to 1.
  double substance() {
    return cover <= 0 ? 1 : 1 - Math.pow(1 - mass, 1 / cover);
  }

  /// What entries are ordered by: the logarithm of how likely the question means this one of them,
  /// fitted (multinomial logistic regression) to examples that were left out of the index in turn.
  double rank() {
    return WHOLE * whole + LIKENESS * likeness + NAMED * named + TELLING * telling + AGE * age;
  }

  /// The chance that the question is about this entry and not about something that others must
  /// answer: a logistic regression fitted to 3,449 questions in scope and 600 out of it that were
  /// not in the index.
  double chance() {
    double sum = CHANCE_NAMED * named + CHANCE_TELLING * telling - CHANCE_ELSEWHERE * elsewhere;
    return 1 / (1 + Math.exp(CHANCE_NONE - sum));
  }

  /// What [#rank] adds up.
  List<Part> rankParts() {
    return List.of(
        new Part(Kind.WHOLE, whole, WHOLE),
        new Part(Kind.LIKENESS, likeness, LIKENESS),
        new Part(Kind.NAMED, named, NAMED),
        new Part(Kind.TELLING, telling, TELLING),
        new Part(Kind.AGE, age, AGE));
  }

  /// What [#chance] adds up.
  List<Part> chanceParts() {
    return List.of(
        new Part(Kind.NAMED, named, CHANCE_NAMED),
        new Part(Kind.TELLING, telling, CHANCE_TELLING),
        new Part(Kind.ELSEWHERE, elsewhere, -CHANCE_ELSEWHERE),
        new Part(Kind.NONE, 1, -CHANCE_NONE));
  }
}
