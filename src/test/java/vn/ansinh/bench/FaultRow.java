package vn.ansinh.bench;

/// What came of the questions that were asked while something was broken.
///
/// @param fault what was done
/// @param answered of those asked
/// @param named not answered, and listed with the reason: refused, unreachable, unknown
/// @param twice messages that came again
/// @param doubts attempts that the service itself lists as perhaps arrived; as many may come again
/// @param recovery milliseconds from the end of the fault until nobody who had asked before waited
///     any more; negative when that never came
record FaultRow(
    String fault, int asked, int answered, int named, int twice, long doubts, long recovery) {
  private static final String LINE = "%-42s %6s %8s %6s %5s %6s %7s %9s%n";

  static String head() {
    return LINE.formatted(
        "fault", "asked", "answered", "named", "lost", "twice", "doubted", "recovery");
  }

  int lost() {
    return asked - answered - named;
  }

  boolean isGood() {
    return lost() == 0 && recovery >= 0;
  }

  String line() {
    return LINE.formatted(
        fault,
        asked,
        answered,
        named,
        lost(),
        twice,
        doubts,
        recovery < 0 ? "never" : "%.1f s".formatted(recovery / 1000.0));
  }
}
