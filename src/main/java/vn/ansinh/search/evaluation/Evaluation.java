package vn.ansinh.search.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.Finding;

/// How well questions with known answers are answered, in figures.
public final class Evaluation {
  private static final String OUT = "OUT";

  private final List<Result> results;

  private Evaluation(List<Result> results) {
    this.results = List.copyOf(results);
  }

  /// A question with the entries that answer it, none when it must be refused, and the sides of
  /// which either is right, none where the file does not say.
  public record Row(
      String id, String question, String variant, List<String> expected, List<Facet> facets) {
    public Row {
      expected = List.copyOf(expected);
      facets = List.copyOf(facets);
    }

    /// Whether others must answer it.
    boolean isOut() {
      return expected.isEmpty();
    }

    /// The expected entries as the file has them.
    String answer() {
      return isOut() ? OUT : String.join("|", expected);
    }
  }

  /// A row with the place of the first expected entry among the results, from 1; 0 when it is not
  /// there.
  public record Result(Row row, Finding finding, int rank) {
    boolean isRefused() {
      return finding instanceof Finding.Nothing;
    }

    boolean isMiss() {
      return row.isOut() ? !isRefused() : rank != 1 || isRefused();
    }
  }

  /// The figures of one group of questions; shares are of the rows they concern, 1 when there are
  /// none.
  ///
  /// @param refusedOut share of the out-of-scope questions that were refused
  /// @param wronglyRefused share of the others that were
  /// @param facetRight share of the questions with a known side whose side was recognised
  public record Figures(
      int inScope,
      int outOfScope,
      double hitAt1,
      double hitAt3,
      double meanReciprocalRank,
      double refusedOut,
      double wronglyRefused,
      double facetRight) {}

  /// Reads the rows of a tab-separated file with a heading line `id, question, variant-type,
  /// expected` and perhaps `facet`.
  ///
  /// @throws IllegalArgumentException when a column is missing, naming the line
  public static List<Row> rows(List<String> lines) {
    List<String> heading = lines.isEmpty() ? List.of() : List.of(lines.getFirst().split("\t", -1));
    List<Integer> columns =
        Stream.of("id", "question", "variant-type", "expected").map(heading::indexOf).toList();
    if (columns.contains(-1)) {
      throw new IllegalArgumentException("line 1: needs id, question, variant-type, expected");
    }
    List<Row> rows = new ArrayList<>();
    for (int line = 1; line < lines.size(); line++) {
      if (!lines.get(line).isBlank()) {
        rows.add(row(lines.get(line), line + 1, columns, heading.indexOf("facet")));
      }
    }
    return rows;
  }

  /// Only the rows whose expected entries are all known; those to be refused stay.
  public static List<Row> restricted(List<Row> rows, Predicate<EntitlementId> known) {
    return rows.stream()
        .filter(row -> row.expected().stream().allMatch(id -> known.test(new EntitlementId(id))))
        .toList();
  }

  public static Evaluation of(List<Row> rows, Function<String, Finding> search) {
    return new Evaluation(
        rows.stream()
            .map(
                row -> {
                  Finding finding = search.apply(row.question());
                  return new Result(row, finding, rank(row, finding));
                })
            .toList());
  }

  public Figures figures() {
    return figures(results);
  }

  public List<Result> misses() {
    return results.stream().filter(Result::isMiss).toList();
  }

  List<Result> results() {
    return results;
  }

  private static Row row(String line, int number, List<Integer> columns, int facet) {
    List<String> cells = Arrays.asList(line.split("\t", -1));
    if (columns.stream().anyMatch(column -> column >= cells.size())) {
      throw new IllegalArgumentException("line " + number + ": too few columns");
    }
    String expected = cells.get(columns.get(3)).strip();
    return new Row(
        cells.get(columns.get(0)).strip(),
        cells.get(columns.get(1)),
        cells.get(columns.get(2)).strip(),
        expected.equals(OUT) ? List.of() : List.of(expected.split("\\|")),
        facet < 0 || facet >= cells.size() ? List.of() : facets(cells.get(facet)));
  }

  private static List<Facet> facets(String keys) {
    return Stream.of(keys.strip().split("\\|")).flatMap(key -> Facet.ofKey(key).stream()).toList();
  }

  private static int rank(Row row, Finding finding) {
    for (int i = 0; i < finding.results().size(); i++) {
      if (row.expected().contains(finding.results().get(i).entitlement().value())) {
        return i + 1;
      }
    }
    return 0;
  }

  static Figures figures(List<Result> results) {
    List<Result> in = results.stream().filter(result -> !result.row().isOut()).toList();
    List<Result> out = results.stream().filter(result -> result.row().isOut()).toList();
    List<Result> sided = in.stream().filter(result -> !result.row().facets().isEmpty()).toList();
    return new Figures(
        in.size(),
        out.size(),
        share(in, result -> result.rank() == 1),
        share(in, result -> result.rank() >= 1 && result.rank() <= 3),
        in.stream().mapToDouble(r -> r.rank() == 0 ? 0 : 1.0 / r.rank()).average().orElse(1),
        share(out, Result::isRefused),
        in.isEmpty() ? 0 : share(in, Result::isRefused),
        share(sided, result -> result.row().facets().contains(result.finding().asked().facet())));
  }

  private static double share(List<Result> results, Predicate<Result> predicate) {
    return results.isEmpty()
        ? 1
        : (double) results.stream().filter(predicate).count() / results.size();
  }
}
