package vn.ansinh.console.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.Role;
import vn.ansinh.text.RichText;

/// All entries by area, and each of them as it answers on a day.
final class EntriesPage {
  private final Supplier<KnowledgeBase> base;
  private final Clock clock;

  EntriesPage(Supplier<KnowledgeBase> base, Clock clock) {
    this.base = base;
    this.clock = clock;
  }

  void addTo(Desk desk) {
    desk.page(
        KnowledgePages.PATH,
        Role.READER,
        visit -> visit.show("console/knowledge/areas.jte", Map.of("base", base.get())));
    desk.page(KnowledgePages.PATH + "/entries/:entry", Role.READER, this::entry);
  }

  private void entry(Visit visit) {
    KnowledgeBase known = base.get();
    Optional<Entitlement> found =
        Optional.of(visit.part("entry"))
            .filter(EntitlementId::isValid)
            .flatMap(id -> known.find(new EntitlementId(id)));
    if (found.isEmpty()) {
      visit.show(404, "console/gone.jte", Map.of());
      return;
    }
    LocalDate day = Day.of(visit, clock);
    Entitlement entry = found.get();
    List<Told> told =
        entry.facets(day).stream().map(facet -> told(known, entry, facet, day)).toList();
    visit.show(
        "console/knowledge/entry.jte",
        Map.of("base", known, "entry", entry, "day", day, "told", told));
  }

  private static Told told(KnowledgeBase base, Entitlement entry, Facet facet, LocalDate day) {
    return new Told(
        facet,
        base.text(entry, facet, day).orElse(RichText.EMPTY),
        base.isKnown(entry, facet, day),
        base.sources(entry, facet, day));
  }
}
