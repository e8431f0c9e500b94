package vn.ansinh.console.knowledge;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.impact.Dependent;
import vn.ansinh.knowledge.impact.GoldenQuestions;
import vn.ansinh.knowledge.impact.Impact;
import vn.ansinh.knowledge.impact.Names;
import vn.ansinh.knowledge.impact.Staleness;
import vn.ansinh.knowledge.impact.Subject;
import vn.ansinh.officer.Role;
import vn.ansinh.reminder.Grounds;

/// What rests on which document or figure, as `knowledge impact` tells it, and what has grown old,
/// as `knowledge stale` does.
final class DocumentsPage {
  private static final String DOCUMENTS = KnowledgePages.PATH + "/documents";

  private final Supplier<KnowledgeBase> base;
  private final Path directory;
  private final Clock clock;

  /// @param directory where the golden questions are
  DocumentsPage(Supplier<KnowledgeBase> base, Path directory, Clock clock) {
    this.base = base;
    this.directory = directory;
    this.clock = clock;
  }

  void addTo(Desk desk) {
    desk.page(
        DOCUMENTS,
        Role.READER,
        visit -> visit.show("console/knowledge/documents.jte", Map.of("base", base.get())));
    desk.page(DOCUMENTS + "/:name", Role.READER, this::impact);
    desk.page(KnowledgePages.PATH + "/stale", Role.READER, this::stale);
  }

  private void impact(Visit visit) {
    KnowledgeBase known = base.get();
    if (!(Names.of(known).find(visit.part("name")) instanceof Names.Found(Subject subject))) {
      visit.show(404, "console/gone.jte", Map.of());
      return;
    }
    Map<Dependent.Kind, List<Dependent>> kinds =
        Impact.of(known, GoldenQuestions.read(directory).all(), Grounds.of(known), subject).stream()
            .collect(Collectors.groupingBy(Dependent::kind, TreeMap::new, Collectors.toList()));
    visit.show("console/knowledge/impact.jte", Map.of("subject", subject, "kinds", kinds));
  }

  private void stale(Visit visit) {
    LocalDate day = Day.of(visit, clock);
    visit.show(
        "console/knowledge/stale.jte",
        Map.of("day", day, "stale", Staleness.of(base.get(), day, Staleness.MONTHS)));
  }
}
