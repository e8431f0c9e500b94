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
/// @param foreign how many subjects of others the question names
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
    int foreign,
    int age) {

  /// What entries are ordered by: the logarithm of how likely the question means this one of them,
  /// fitted (multinomial logistic regression) to examples that were left out of the index in turn.
  double rank() {
    return 3.5 * whole + 3.25 * named + 0.72 * telling;
  }

  /// The chance that the question is about this entry and not about something unknown here: a
  /// logistic regression fitted to questions in and out of scope.
  double chance() {
    double sum =
        1.15 * child
            + 2.85 * whole
            + 1.6 * cover
            + 1.7 * likeness
            + 2.7 * mass
            + 1.25 * named
            - 2.5 * foreign;
    return 1 / (1 + Math.exp(5.4 - sum));
  }
}
