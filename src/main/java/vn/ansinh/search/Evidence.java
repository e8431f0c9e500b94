package vn.ansinh.search;

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

  /// How much the question says at all, explained or not, from 0 to 1.
  double substance() {
    return cover <= 0 ? 1 : 1 - Math.pow(1 - mass, 1 / cover);
  }

  /// What entries are ordered by: the logarithm of how likely the question means this one of them,
  /// fitted (multinomial logistic regression) to examples that were left out of the index in turn.
  double rank() {
    return 2.6 * whole + 1.2 * likeness + 2.6 * named + 0.85 * telling + 0.8 * age;
  }

  /// The chance that the question is about this entry and not about something that others must
  /// answer: a logistic regression fitted to questions in and out of scope, likewise left out in
  /// turn.
  double chance() {
    double sum = 8.4 * whole + 4.7 * named - 1.2 * elsewhere;
    return 1 / (1 + Math.exp(7.1 - sum));
  }
}
