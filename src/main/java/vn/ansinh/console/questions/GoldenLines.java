package vn.ansinh.console.questions;

import java.util.List;
import java.util.stream.Stream;
import vn.ansinh.text.Vietnamese;

/// Judged questions in the columns of the golden set: id, question, variant-type, expected, facet.
final class GoldenLines {
  private static final String HEADING = "id\tquestion\tvariant-type\texpected\tfacet\n";

  private GoldenLines() {}

  static Stream<String> of(List<Judged> judged) {
    return Stream.concat(Stream.of(HEADING), judged.stream().map(GoldenLines::line));
  }

  private static String line(Judged each) {
    String question = each.question().replaceAll("\\s+", " ").strip();
    return String.join(
            "\t",
            "c" + each.id(),
            question,
            Vietnamese.fold(question).equals(question.toLowerCase(java.util.Locale.ROOT))
                ? "no-accent"
                : "accented",
            each.entitlement().isEmpty() ? "OUT" : each.entitlement(),
            each.facet().isEmpty() ? "-" : each.facet())
        + "\n";
  }
}
