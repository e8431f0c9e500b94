package vn.ansinh.app.knowledge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.impact.Dependent;
import vn.ansinh.knowledge.impact.Dependent.Kind;
import vn.ansinh.knowledge.impact.Subject;
import vn.ansinh.knowledge.wording.DependentWords;

/// What rests on a subject, in lines to print: group by group, and the totals at the end.
final class ImpactReport {
  private ImpactReport() {}

  static List<String> lines(Subject subject, List<Dependent> dependents) {
    List<String> lines = new ArrayList<>();
    lines.add(heading(subject));
    Map<Kind, List<Dependent>> kinds =
        dependents.stream()
            .collect(Collectors.groupingBy(Dependent::kind, TreeMap::new, Collectors.toList()));
    kinds.forEach(
        (kind, group) -> {
          lines.add("");
          lines.add(capital(kind.label()) + " (" + group.size() + ")");
          group.forEach(each -> lines.add("  " + each.place() + "  " + DependentWords.of(each)));
        });
    lines.add("");
    lines.add(totals(kinds, dependents.size()));
    return lines;
  }

  private static String heading(Subject subject) {
    return switch (subject) {
      case Subject.OfDocument(LegalDocument document) ->
          document.id()
              + ": "
              + document.name()
              + DependentWords.dates(document.period())
              + (document.replacedBy() == null ? "" : ", thay bằng " + document.replacedBy());
      case Subject.OfParameter(Parameter parameter) -> parameter.name() + ": " + parameter.label();
    };
  }

  private static String totals(Map<Kind, List<Dependent>> kinds, int all) {
    return kinds.isEmpty()
        ? "Tổng cộng 0: không có gì phụ thuộc."
        : kinds.entrySet().stream()
            .map(kind -> kind.getValue().size() + " " + kind.getKey().label())
            .collect(Collectors.joining(", ", "Tổng cộng " + all + ": ", "."));
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
