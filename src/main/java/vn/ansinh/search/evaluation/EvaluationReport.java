package vn.ansinh.search.evaluation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import vn.ansinh.search.evaluation.Evaluation.Figures;
import vn.ansinh.search.evaluation.Evaluation.Result;

/// The figures of an evaluation by variant and by area, and its misses, in lines to print.
public final class EvaluationReport {
  private static final String ALL = "tất cả";
  private static final String OUT = "(ngoài phạm vi)";
  private static final String UNKNOWN = "(mục chưa có)";

  private EvaluationReport() {}

  /// The table.
  ///
  /// @param areas the labels of the areas with the entries that belong to them, in the order to
  /// show
  public static List<String> table(Evaluation evaluation, Map<String, List<String>> areas) {
    List<String> lines = new ArrayList<>();
    lines.add(heading("biến thể"));
    lines.add(line(ALL, evaluation.figures()));
    lines.addAll(variants(evaluation));
    lines.add("");
    lines.add(heading("chủ đề"));
    byArea(evaluation, areas)
        .forEach((area, group) -> lines.add(line(area, Evaluation.figures(group))));
    lines.add(
        "trong, ngoài: số câu trong và ngoài phạm vi; từ chối: phần câu ngoài phạm vi bị từ chối,");
    lines.add("đúng ra phải là 1; sai: phần câu trong phạm vi bị từ chối nhầm; mặt: phần câu nhận");
    lines.add("đúng điều được hỏi (ai, mức, giấy tờ …). Chủ đề: của mục đầu tiên trong đáp án.");
    return lines;
  }

  /// Only the lines of the variants.
  public static List<String> variants(Evaluation evaluation) {
    Map<String, List<Result>> variants = new TreeMap<>();
    evaluation
        .results()
        .forEach(
            result ->
                variants
                    .computeIfAbsent(result.row().variant(), any -> new ArrayList<>())
                    .add(result));
    return variants.entrySet().stream()
        .map(variant -> line(variant.getKey(), Evaluation.figures(variant.getValue())))
        .toList();
  }

  /// Every miss in a line: id, question, expected, found.
  public static List<String> misses(Evaluation evaluation) {
    List<String> lines = new ArrayList<>();
    lines.add("Câu trượt (mã, câu hỏi, cần, được): " + evaluation.misses().size());
    evaluation.misses().forEach(result -> lines.add(miss(result)));
    return lines;
  }

  private static Map<String, List<Result>> byArea(
      Evaluation evaluation, Map<String, List<String>> areas) {
    Map<String, List<Result>> groups = new LinkedHashMap<>();
    areas.keySet().forEach(area -> groups.put(area, new ArrayList<>()));
    Function<String, String> areaOf =
        entry ->
            areas.entrySet().stream()
                .filter(area -> area.getValue().contains(entry))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(UNKNOWN);
    for (Result result : evaluation.results()) {
      String area = result.row().isOut() ? OUT : areaOf.apply(result.row().expected().getFirst());
      groups.computeIfAbsent(area, any -> new ArrayList<>()).add(result);
    }
    groups.values().removeIf(List::isEmpty);
    return groups;
  }

  private static String heading(String first) {
    return String.format(
        "%-24s %6s %6s %7s %7s %7s %9s %9s %7s",
        first, "trong", "ngoài", "hit@1", "hit@3", "MRR", "từ chối", "sai", "mặt");
  }

  private static String line(String name, Figures figures) {
    boolean isIn = figures.inScope() > 0;
    return String.format(
        Locale.ROOT,
        "%-24s %6d %6d %7s %7s %7s %9s %9s %7s",
        name,
        figures.inScope(),
        figures.outOfScope(),
        share(isIn, figures.hitAt1()),
        share(isIn, figures.hitAt3()),
        share(isIn, figures.meanReciprocalRank()),
        share(figures.outOfScope() > 0, figures.refusedOut()),
        share(isIn, figures.wronglyRefused()),
        share(isIn, figures.facetRight()));
  }

  private static String share(boolean isKnown, double share) {
    return isKnown ? String.format(Locale.ROOT, "%.3f", share) : "-";
  }

  private static String miss(Result result) {
    String got =
        result.finding().results().stream()
            .limit(3)
            .map(hit -> String.format(Locale.ROOT, "%s %.2f", hit.entitlement(), hit.score()))
            .collect(Collectors.joining(", "));
    return String.join(
        "\t",
        result.row().id(),
        result.row().question(),
        result.row().answer(),
        result.finding().getClass().getSimpleName() + ": " + got);
  }
}
