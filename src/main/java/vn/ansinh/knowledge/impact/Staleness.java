package vn.ansinh.knowledge.impact;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.impact.Dependent.Link;

/// What has grown old by a day. A passage that merely names an ended document, or says what a
/// figure was before, is history told on purpose and not counted.
public final class Staleness {
  /// How long a review lasts, unless one asks otherwise.
  public static final int MONTHS = 6;

  private static final Comparator<Stale> OLDEST_FIRST =
      Comparator.comparing(Stale::since, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(stale -> stale.place().file())
          .thenComparingInt(stale -> stale.place().line());

  private final KnowledgeBase base;
  private final LocalDate day;
  private final List<Stale> found = new ArrayList<>();

  private Staleness(KnowledgeBase base, LocalDate day) {
    this.base = base;
    this.day = day;
  }

  /// Oldest first.
  ///
  /// @param months how long a review lasts
  public static List<Stale> of(KnowledgeBase base, LocalDate day, int months) {
    Staleness staleness = new Staleness(base, day);
    base.all().stream()
        .filter(entry -> entry.reviewedOn().isBefore(day.minusMonths(months)))
        .forEach(entry -> staleness.found.add(new Stale.Unreviewed(entry)));
    base.parameters().values().forEach(staleness::value);
    base.all().forEach(staleness::entry);
    return staleness.found.stream().sorted(OLDEST_FIRST).toList();
  }

  private void value(Parameter parameter) {
    parameter
        .on(day)
        .ifPresent(value -> ended(value.document(), new Dependent.Value(parameter, value)));
  }

  private void entry(Entitlement entry) {
    entry.basis().stream()
        .filter(basis -> basis.period().contains(day))
        .forEach(basis -> ended(basis.document(), new Dependent.Basis(entry, basis)));
    entry.passages().stream()
        .filter(passage -> passage.period().contains(day))
        .forEach(passage -> passage(entry, passage));
  }

  private void passage(Entitlement entry, Entitlement.Passage passage) {
    List<Parameter> said =
        Use.in(passage).stream()
            .filter(use -> !use.previous())
            .flatMap(use -> Stream.ofNullable(base.parameters().get(use.parameter())))
            .toList();
    for (Parameter parameter : said) {
      if (parameter.on(day).isEmpty()) {
        List<Link> through = List.of(new Link.Through(parameter.name()));
        found.add(
            new Stale.Valueless(
                parameter, lastDay(parameter), new Dependent.Passage(entry, passage, through)));
      }
    }
    Stream.concat(cited(entry, passage), said.stream().flatMap(this::through))
        .collect(
            Collectors.groupingBy(
                Footing::document,
                LinkedHashMap::new,
                Collectors.mapping(Footing::link, Collectors.toList())))
        .forEach(
            (document, links) -> ended(document, new Dependent.Passage(entry, passage, links)));
  }

  /// A document under a passage.
  private record Footing(String document, Link link) {}

  private Stream<Footing> cited(Entitlement entry, Entitlement.Passage passage) {
    return entry.basis().stream()
        .filter(basis -> basis.period().contains(day))
        .filter(basis -> basis.carries(passage.facet()))
        .map(basis -> new Footing(basis.document(), new Link.Cited()))
        .distinct();
  }

  private Stream<Footing> through(Parameter parameter) {
    return parameter.on(day).stream()
        .map(value -> new Footing(value.document(), new Link.Through(parameter.name())));
  }

  private @Nullable LocalDate lastDay(Parameter parameter) {
    return parameter.before(day).map(value -> value.period().to()).orElse(null);
  }

  private void ended(String id, Dependent dependent) {
    LegalDocument document = base.documents().get(id);
    LocalDate last = document == null ? null : document.period().to();
    if (document != null && last != null && last.isBefore(day)) {
      found.add(new Stale.Ended(document, last, dependent));
    }
  }
}
