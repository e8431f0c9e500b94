package vn.ansinh.reminder;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentFile;
import vn.ansinh.knowledge.days.SessionFile;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.vaccination.Request;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFault;
import vn.ansinh.yaml.YamlFields;

/// Plans as one line a message, with the laws and words that are shipped.
final class Rehearsal {
  static final Clock DAY = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);

  static final KnowledgeBase BASE =
      switch (KnowledgeFiles.load(Path.of("knowledge-base"), DAY)) {
        case Loaded.Good good -> good.base();
        case Loaded.Broken broken -> throw new AssertionError(broken.faults());
      };

  private static final Calendars SHIPPED =
      ScheduleFiles.calendars(
          Path.of("knowledge-base"),
          DAY,
          faults -> {
            throw new AssertionError(faults);
          });

  private Rehearsal() {}

  /// The schedule and the holidays that are shipped, other sessions and payments.
  ///
  /// @param sessions the file's text; empty announces nothing
  /// @param payments the file's text; empty knows no benefit
  static Calendars calendars(String sessions, String payments) {
    Consumer<YamlFault> faults =
        fault -> {
          throw new AssertionError(fault);
        };
    return new Calendars(
        SHIPPED.schedule(),
        SessionFile.read(YamlDocument.parse(sessions).root(), faults),
        PaymentFile.read(
            YamlFields.of(YamlDocument.parse(payments).root(), faults).entries(),
            BASE.contacts().keySet(),
            faults),
        SHIPPED.working());
  }

  /// @param days a recurrence: `{rule: ngày 15 hằng tháng}`
  static Calendars sessions(String days) {
    return calendars("place: Trạm y tế\nsource: thông báo của trạm\ndays: " + days, "");
  }

  /// One benefit, paid on some days.
  static Calendars payments(String days) {
    return calendars(
        "",
        "allowance: {name: Trợ cấp, place: nhà văn hóa, grade: A, source: thông báo của phường,"
            + " contact: one-stop, days: "
            + days
            + "}");
  }

  /// @param given `vaccine:number:date` apart by white space
  static Wish.Vaccination child(String born, String given) {
    return child(born, given, null);
  }

  static Wish.Vaccination child(String born, String given, @Nullable LocalDate notBefore) {
    List<String> doses = Stream.of(given.split("\\s+")).filter(each -> !each.isEmpty()).toList();
    if (Request.read(SHIPPED.schedule(), born, "2100-12-31", doses)
        instanceof Request.Accepted accepted) {
      return new Wish.Vaccination("Bin", accepted.child(), notBefore);
    }
    throw new IllegalArgumentException(born + " " + given);
  }

  static Planner planner(Calendars calendars) {
    return new Planner(calendars, QuietHours.USUAL);
  }

  static Instant at(LocalDateTime there) {
    return there.atZone(VietnamTime.ZONE).toInstant();
  }

  static LocalDateTime there(Instant moment) {
    return LocalDateTime.ofInstant(moment, VietnamTime.ZONE);
  }

  /// `2026-12-12T08:00 3-before 2026-12-15 measles:1`, every message from the first minute of a day
  /// to the last of another.
  static List<String> lines(Planner planner, Wish wish, LocalDate on, LocalDate until) {
    return planner
        .between(wish, at(on.atStartOfDay()).minusNanos(1), at(until.plusDays(1).atStartOfDay()))
        .stream()
        .map(Rehearsal::line)
        .toList();
  }

  private static String line(Planned planned) {
    return Stream.concat(
            Stream.of(there(planned.send()), planned.lead(), planned.due()),
            planned.doses().stream().map(dose -> dose.vaccine() + ":" + dose.number()))
        .map(Object::toString)
        .collect(Collectors.joining(" "));
  }
}
