package vn.ansinh.knowledge.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Period;
import vn.ansinh.knowledge.impact.Dependent;
import vn.ansinh.knowledge.impact.Dependent.Link;
import vn.ansinh.knowledge.impact.GoldenQuestion;
import vn.ansinh.text.Vietnamese;

/// How a dependent is called in a list for officers.
public final class DependentWords {
  private DependentWords() {}

  public static String of(Dependent dependent) {
    return switch (dependent) {
      case Dependent.Passage(var entry, var passage, var links) ->
          entry.id() + ", " + passage.facet().heading() + dates(passage.period()) + why(links);
      case Dependent.Value(var parameter, var value) -> value(parameter, value);
      case Dependent.Basis(var entry, var basis) -> basis(entry, basis);
      case Dependent.Document(var document) ->
          document.id() + ", " + document.name() + dates(document.period());
      case Dependent.Reminder(var rule, var through) ->
          rule.name() + ": qua " + String.join(", ", through);
      case Dependent.Question(var question, var through) ->
          question(question)
              + through.stream().map(Object::toString).collect(Collectors.joining(", ", " [", "]"));
    };
  }

  /// ` (từ 05/10/2026 đến 31/12/2026)`; nothing for all days.
  public static String dates(Period period) {
    String words =
        Stream.concat(
                Stream.ofNullable(period.from()).map(from -> "từ " + Vietnamese.date(from)),
                Stream.ofNullable(period.to()).map(to -> "đến " + Vietnamese.date(to)))
            .collect(Collectors.joining(" "));
    return words.isEmpty() ? "" : " (" + words + ")";
  }

  private static String why(List<Link> links) {
    String figures =
        links.stream()
            .flatMap(
                link ->
                    link instanceof Link.Through(String name) ? Stream.of(name) : Stream.empty())
            .collect(Collectors.joining(", "));
    List<String> words = new ArrayList<>();
    if (links.contains(new Link.Named())) {
      words.add("có nêu trong bài");
    }
    if (links.contains(new Link.Cited())) {
      words.add("là căn cứ");
    }
    if (!figures.isEmpty()) {
      words.add("qua " + figures);
    }
    return ": " + String.join("; ", words);
  }

  private static String value(Parameter parameter, Parameter.Value value) {
    String unit = parameter.unit().equals("%") ? "%" : " " + parameter.unit();
    return parameter.name()
        + " = "
        + Vietnamese.number(value.amount())
        + unit.stripTrailing()
        + dates(value.period());
  }

  private static String basis(Entitlement entry, Entitlement.Basis basis) {
    String article = basis.article().isEmpty() ? "cả văn bản" : basis.article();
    String facets =
        basis.facets().stream().sorted().map(Facet::heading).collect(Collectors.joining(", "));
    return entry.id()
        + ", "
        + article
        + dates(basis.period())
        + (facets.isEmpty() ? ": mọi phần" : ": " + facets);
  }

  private static String question(GoldenQuestion question) {
    String facets =
        question.facets().stream().map(Facet::heading).collect(Collectors.joining(" hoặc "));
    return question.id() + ", " + (facets.isEmpty() ? "" : facets + ": ") + question.question();
  }
}
