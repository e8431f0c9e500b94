package vn.ansinh.edition;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.text.Vietnamese;

/// The texts of the calendars: published ones in the place of files, and what comes of them.
public final class CalendarTexts {
  private final Path directory;
  private final Published published;
  private final Clock clock;

  /// @param directory of the knowledge base
  public CalendarTexts(Path directory, Published published, Clock clock) {
    this.directory = directory;
    this.published = published;
    this.clock = clock;
  }

  /// Every calendar of the reminders.
  ///
  /// @param faults what `knowledge check` would say; empty when all is well
  public record Checked(Calendars calendars, List<Fault> faults) {
    public Checked {
      faults = List.copyOf(faults);
    }
  }

  public Published published() {
    return published;
  }

  /// What reminders go by.
  public String inUse(DatesFile file) {
    return published.current().of(file).map(Edition::body).orElseGet(() -> file(file));
  }

  /// What the file of this node holds, whether something is published in its place or not.
  public String file(DatesFile file) {
    try {
      return Vietnamese.nfc(Files.readString(directory.resolve(file.path())).replace("\uFEFF", ""));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Checked current() {
    return checked(published.current().texts());
  }

  /// As it would be with another text of one calendar.
  public Checked with(DatesFile file, String body) {
    Map<String, String> texts = published.current().texts();
    texts.put(file.path(), body);
    return checked(texts);
  }

  private Checked checked(Map<String, String> texts) {
    List<Fault> faults = new ArrayList<>();
    Calendars calendars = ScheduleFiles.calendars(directory, texts, clock, faults::addAll);
    return new Checked(calendars, faults);
  }
}
