package vn.ansinh.knowledge.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.ansinh.text.Phrases;
import vn.ansinh.vaccination.Schedule;
import vn.ansinh.vaccination.table.ScheduleTable;
import vn.ansinh.vaccination.table.SourceTable;

/// The files of `schedules/`; by themselves too, for who needs nothing else of the knowledge base.
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
