package vn.ansinh.vaccination;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.table.ScheduleTable;
import vn.ansinh.vaccination.table.SourceTable;

/// Cards of children by the schedule that is shipped, written as one line a dose.
final class Cards {
  static final Schedule SCHEDULE = schedule();

  private Cards() {}

  private static Schedule schedule() {
    try {
      String text = Files.readString(Path.of("knowledge-base/schedules/immunization.csv"));
      return ScheduleTable.read(
          text,
          SourceTable.EMPTY,
          fault -> {
            throw new IllegalStateException(fault.toString());
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// @param given `vaccine:number:date` apart by white space
  static Child child(String born, String given) {
    List<String> doses =
        Arrays.stream(given.split("\\s+")).filter(each -> !each.isEmpty()).toList();
    if (Request.read(SCHEDULE, born, "9999-12-31", doses) instanceof Request.Accepted accepted) {
      return accepted.child();
    }
    throw new IllegalArgumentException(given);
  }

  static List<DoseForecast> card(String born, String given, String on) {
    return Forecast.of(SCHEDULE, child(born, given), LocalDate.parse(on));
  }

  /// `due e=2026-10-31 r=2026-10-31 o=2026-12-01`, for each line of one dose.
  static Stream<String> lines(List<DoseForecast> card, String vaccine, int number) {
    return card.stream()
        .filter(line -> line.rule().dose().equals(new Dose(vaccine, number)))
        .map(Cards::words);
  }

  static String words(DoseForecast line) {
    return line.status().key()
        + switch (line) {
          case DoseForecast.Done done -> " " + done.given() + day("e", day(done.earliest()));
          case DoseForecast.Invalid invalid ->
              " " + invalid.given() + day("e", day(invalid.earliest()));
          case DoseForecast.Open open ->
              day("e", open.earliest().day())
                  + day("r", open.recommended().day())
                  + day("o", open.overdue())
                  + day("l", open.latest());
          case DoseForecast.AgedOut agedOut -> day("l", agedOut.latest());
          case DoseForecast.NotScheduled _ -> "";
        };
  }

  private static @Nullable LocalDate day(@Nullable DueDay due) {
    return due == null ? null : due.day();
  }

  private static String day(String name, @Nullable LocalDate day) {
    return day == null ? "" : " " + name + "=" + day;
  }
}
