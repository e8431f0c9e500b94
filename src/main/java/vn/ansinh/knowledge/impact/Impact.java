package vn.ansinh.knowledge.impact;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.Period;
import vn.ansinh.knowledge.Reference;

/// Everything that has to be looked at again when a document or a parameter changes.
public final class Impact {
  private final KnowledgeBase base;
  private final Subject subject;

  private Impact(KnowledgeBase base, Subject subject) {
    this.base = base;
    this.subject = subject;
  }

  /// All dependents on all days, kind by kind, each kind in the order of the files.
  public static List<Dependent> of(
      KnowledgeBase base,
      Collection<GoldenQuestion> questions,
      Collection<ReminderRule> reminders,
      Subject subject) {
    Impact impact = new Impact(base, subject);
    List<Dependent.Passage> passages = impact.passages();
    List<Dependent> all = new ArrayList<>(passages);
    all.addAll(impact.values());
    all.addAll(impact.basis());
    all.addAll(impact.replaced());
    reminders.stream()
        .map(rule -> new Dependent.Reminder(rule, rule.through(base, subject)))
        .filter(dependent -> !dependent.through().isEmpty())
        .forEach(all::add);
    all.addAll(impact.questions(questions, passages));
    return all;
  }

  private List<Dependent.Passage> passages() {
    return base.all().stream()
        .flatMap(
            entry ->
                entry.passages().stream()
                    .map(passage -> new Dependent.Passage(entry, passage, links(entry, passage))))
        .filter(dependent -> !dependent.links().isEmpty())
        .toList();
  }

  private List<Dependent.Link> links(Entitlement entry, Entitlement.Passage passage) {
    return switch (subject) {
      case Subject.OfParameter(Parameter parameter) ->
          Use.in(passage).stream().anyMatch(use -> use.parameter().equals(parameter.name()))
              ? List.of(new Dependent.Link.Named())
              : List.of();
      case Subject.OfDocument(LegalDocument document) -> links(entry, passage, document);
    };
  }

  private List<Dependent.Link> links(
      Entitlement entry, Entitlement.Passage passage, LegalDocument document) {
    List<Dependent.Link> links = new ArrayList<>();
    if (passage.template().gaps().stream().anyMatch(gap -> names(gap, document))) {
      links.add(new Dependent.Link.Named());
    }
    if (entry.basis().stream().anyMatch(basis -> carries(basis, passage, document))) {
      links.add(new Dependent.Link.Cited());
    }
    Use.in(passage).stream()
        .filter(use -> rests(use, passage.period(), document))
        .map(Use::parameter)
        .distinct()
        .forEach(name -> links.add(new Dependent.Link.Through(name)));
    return links;
  }

  private static boolean names(Reference reference, LegalDocument document) {
    return reference instanceof Reference.Document named && named.id().equals(document.id());
  }

  /// As sources are cited: without days of its own a basis holds while its document does.
  private static boolean carries(
      Entitlement.Basis basis, Entitlement.Passage passage, LegalDocument document) {
    Period held = basis.period().equals(Period.ALWAYS) ? document.period() : basis.period();
    return basis.document().equals(document.id())
        && basis.carries(passage.facet())
        && held.overlaps(passage.period());
  }

  private boolean rests(Use use, Period shown, LegalDocument document) {
    Parameter parameter = base.parameters().get(use.parameter());
    return parameter != null
        && use.values(parameter, shown).stream()
            .anyMatch(value -> value.document().equals(document.id()));
  }

  /// A document's values, or all of a parameter.
  private List<Dependent.Value> values() {
    return base.parameters().values().stream()
        .flatMap(
            parameter ->
                parameter.values().stream().map(value -> new Dependent.Value(parameter, value)))
        .filter(
            dependent ->
                switch (subject) {
                  case Subject.OfDocument(LegalDocument document) ->
                      dependent.value().document().equals(document.id());
                  case Subject.OfParameter(Parameter parameter) ->
                      dependent.parameter().name().equals(parameter.name());
                })
        .toList();
  }

  private List<Dependent.Basis> basis() {
    return switch (subject) {
      case Subject.OfParameter _ -> List.of();
      case Subject.OfDocument(LegalDocument document) ->
          base.all().stream()
              .flatMap(
                  entry -> entry.basis().stream().map(basis -> new Dependent.Basis(entry, basis)))
              .filter(dependent -> dependent.basis().document().equals(document.id()))
              .toList();
    };
  }

  private List<Dependent.Document> replaced() {
    return switch (subject) {
      case Subject.OfParameter _ -> List.of();
      case Subject.OfDocument(LegalDocument document) ->
          base.documents().values().stream()
              .filter(other -> document.id().equals(other.replacedBy()))
              .map(Dependent.Document::new)
              .toList();
    };
  }

  private List<Dependent.Question> questions(
      Collection<GoldenQuestion> questions, List<Dependent.Passage> passages) {
    Map<EntitlementId, Set<Facet>> facets = new HashMap<>();
    for (Dependent.Passage dependent : passages) {
      facets
          .computeIfAbsent(dependent.entitlement().id(), _ -> EnumSet.noneOf(Facet.class))
          .add(dependent.passage().facet());
    }
    return questions.stream()
        .map(question -> new Dependent.Question(question, through(question, facets)))
        .filter(dependent -> !dependent.through().isEmpty())
        .toList();
  }

  private List<EntitlementId> through(
      GoldenQuestion question, Map<EntitlementId, Set<Facet>> facets) {
    return question.expected().stream()
        .flatMap(id -> base.find(id).stream())
        .filter(
            entry -> {
              Set<Facet> touched = facets.getOrDefault(entry.id(), Set.of());
              List<Facet> asked = question.facets();
              return asked.isEmpty()
                  ? !touched.isEmpty()
                  : asked.stream().anyMatch(facet -> touched.contains(told(entry, facet)));
            })
        .map(Entitlement::id)
        .toList();
  }

  /// An entry that is silent on what is asked answers with its overview.
  private static Facet told(Entitlement entry, Facet asked) {
    return Stream.of(asked)
        .filter(facet -> entry.passages().stream().anyMatch(said -> said.facet() == facet))
        .findFirst()
        .orElse(Facet.OVERVIEW);
  }
}
