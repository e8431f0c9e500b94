package vn.ansinh.search;

/// Where a score becomes a decision; all between 0 and 1.
///
/// @param answer a best score at or above it answers, below it finds nothing
/// @param margin the best must lead the second by this share of its own score, or both are asked
/// about
public record SearchSettings(double answer, double margin) {
  public static final SearchSettings DEFAULT = new SearchSettings(0.50, 0.50);

  public SearchSettings {
    if (!(answer >= 0 && answer <= 1 && margin >= 0 && margin <= 1)) {
      throw new IllegalArgumentException("not between 0 and 1: " + answer + ", " + margin);
    }
  }
}
