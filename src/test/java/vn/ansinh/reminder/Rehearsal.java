package vn.ansinh.reminder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;

/// Plans as one line a message, with the laws and words that are shipped.
final class Rehearsal {
  static final Clock DAY = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);

  static final KnowledgeBase BASE =
      switch (KnowledgeFiles.load(Path.of("knowledge-base"), DAY)) {
        case Loaded.Good good -> good.base();
        case Loaded.Broken broken -> throw new AssertionError(broken.faults());
      };

  private Rehearsal() {}

  static Planner planner(Calendars calendars) {
    return new Planner(BASE, calendars, QuietHours.USUAL);
  }

  static Instant at(LocalDateTime there) {
    return there.atZone(VietnamTime.ZONE).toInstant();
  }

  static LocalDateTime there(Instant moment) {
    return LocalDateTime.ofInstant(moment, VietnamTime.ZONE);
  }

  /// `2026-12-12T08:00 3-before 2026-12-15`, every message from the first minute of a day to the
  /// last of another.
  static List<String> lines(Planner planner, Wish wish, LocalDate on, LocalDate until) {
    return planner
        .between(wish, at(on.atStartOfDay()).minusNanos(1), at(until.plusDays(1).atStartOfDay()))
        .stream()
        .map(planned -> there(planned.send()) + " " + planned.lead() + " " + planned.due())
        .toList();
  }
}
