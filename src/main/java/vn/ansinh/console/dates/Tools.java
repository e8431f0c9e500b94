package vn.ansinh.console.dates;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.form.Part;
import vn.ansinh.edition.CalendarTexts;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.edition.Proposal;
import vn.ansinh.edition.Publishing;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.reminder.follow.Foresight;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.yaml.YamlNode.Mapping;

/// What the pages about days work with.
record Tools(
    Supplier<KnowledgeBase> base,
    Supplier<Rules> rules,
    CalendarTexts texts,
    Publishing publishing,
    Foresight foresight,
    Clock clock) {
  static final String PATH = "/console/dates";

  LocalDate today() {
    return VietnamTime.today(clock);
  }

  /// What is edited next: the proposal that waits, else what is in use.
  Mapping latest(DatesFile file) {
    return Part.root(
        publishing.proposal(file).map(Proposal::body).orElseGet(() -> texts.inUse(file)));
  }

  /// The calendar that an address names; without one the visitor is told.
  static Optional<DatesFile> calendar(Visit visit) {
    Optional<DatesFile> file = DatesFile.ofKey(visit.part("calendar"));
    if (file.isEmpty()) {
      gone(visit);
    }
    return file;
  }

  static void gone(Visit visit) {
    visit.show(404, "console/gone.jte", Map.of());
  }

  static String proposal(DatesFile file) {
    return PATH + "/" + file.key() + "/proposal";
  }
}
