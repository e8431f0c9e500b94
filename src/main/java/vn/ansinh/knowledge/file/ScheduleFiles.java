package vn.ansinh.knowledge.file;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.knowledge.days.PaymentFile;
import vn.ansinh.knowledge.days.SessionDays;
import vn.ansinh.knowledge.days.SessionFile;
import vn.ansinh.text.Phrases;
import vn.ansinh.vaccination.Schedule;
import vn.ansinh.vaccination.table.ScheduleTable;
import vn.ansinh.vaccination.table.SourceTable;

/// The schedules and calendars of reminders; by themselves too, for who needs nothing else of the
/// knowledge base.
public final class ScheduleFiles {
  private static final String VACCINATION = "schedules/immunization.csv";
  private static final String SOURCES = "schedules/sources.csv";

  private final Folder folder;

  ScheduleFiles(Folder folder) {
    this.folder = folder;
  }

  /// What came of reading a schedule and the words for it.
  public sealed interface Read {
    record Good(Schedule schedule, Phrases phrases) implements Read {}

    record Broken(List<Fault> faults) implements Read {}
  }

  public static Read vaccination(Path directory) {
    Folder folder = new Folder(directory, new Faults());
    Schedule schedule = new ScheduleFiles(folder).vaccination();
    Optional<Phrases> phrases = new WordTables(folder).phrases();
    return phrases.isPresent() && folder.faults().none()
        ? new Read.Good(schedule, phrases.get())
        : new Read.Broken(folder.faults().all());
  }

  /// Every calendar of the reminders as the files have it; with faults they are of no use.
  ///
  /// @param clock says which law has ended, as in [KnowledgeFiles#load]
  public static Calendars calendars(Path directory, Clock clock, Consumer<List<Fault>> faulty) {
    return calendars(directory, Map.of(), clock, faulty);
  }

  /// The same, by the same checks, where other texts stand in the place of files.
  ///
  /// @param edited whole texts by path inside the directory: [SessionDays#FILE] …
  public static Calendars calendars(
      Path directory, Map<String, String> edited, Clock clock, Consumer<List<Fault>> faulty) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    Folder folder = new Folder(directory, new Faults(), edited);
    LawTables law = new LawTables(folder, today);
    ScheduleFiles files = new ScheduleFiles(folder);
    Set<String> contacts = new WordTables(folder).contacts().keySet();
    Calendars calendars =
        new Calendars(
            files.vaccination(),
            files.sessions(),
            files.payments(contacts),
            new WorkingDays(law.holidays(law.documents())));
    if (!folder.faults().none()) {
      faulty.accept(folder.faults().all());
    }
    return calendars;
  }

  /// The days on which the station vaccinates.
  SessionDays sessions() {
    return SessionFile.read(
        folder.yaml(SessionDays.FILE), folder.faults().in(SessionDays.FILE)::add);
  }

  /// The payment calendars by benefit.
  ///
  /// @param contacts the ids of those who may be named
  Map<String, PaymentDays> payments(Set<String> contacts) {
    return PaymentFile.read(
        folder.entries(PaymentDays.FILE), contacts, folder.faults().in(PaymentDays.FILE)::add);
  }

  /// Of use only when there are no faults.
  Schedule vaccination() {
    Faults.In inSources = folder.faults().in(SOURCES);
    SourceTable sources =
        folder
            .text(SOURCES)
            .map(
                text ->
                    SourceTable.read(
                        text, fault -> inSources.add(fault.line(), fault.problem(), fault.cure())))
            .orElse(SourceTable.EMPTY);
    Faults.In in = folder.faults().in(VACCINATION);
    Schedule schedule =
        folder
            .text(VACCINATION)
            .map(
                text ->
                    ScheduleTable.read(
                        text,
                        sources,
                        fault -> in.add(fault.line(), fault.problem(), fault.cure())))
            .orElse(Schedule.EMPTY);
    if (schedule.rules().isEmpty() && folder.faults().none(VACCINATION)) {
      in.add(0, "Bảng chưa có mũi nào.", "Viết mỗi mũi một dòng dưới dòng tên cột.");
    }
    return schedule;
  }
}
