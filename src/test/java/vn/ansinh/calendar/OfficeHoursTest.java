package vn.ansinh.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.file.HolidayFile;
import vn.ansinh.yaml.YamlDocument;

class OfficeHoursTest {
  private static final WorkingDays WARD = ward();

  private static WorkingDays ward() {
    try {
      String yaml = Files.readString(Path.of("knowledge-base", Holidays.FILE));
      return new WorkingDays(HolidayFile.read(YamlDocument.parse(yaml).root(), _ -> {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static LocalDateTime after(String from, int workdays) {
    Instant start = LocalDateTime.parse(from).atZone(VietnamTime.ZONE).toInstant();
    return LocalDateTime.ofInstant(
        OfficeHours.USUAL.after(start, workdays, WARD), VietnamTime.ZONE);
  }

  /// 2026-11-27 is a Friday; 1 January 2027 is a Friday and free.
  @ParameterizedTest
  @CsvSource({
    "2026-11-25T10:00, 1, 2026-11-26T10:00",
    "2026-11-27T10:00, 1, 2026-11-30T10:00",
    "2026-11-27T12:15, 1, 2026-11-30T11:30",
    "2026-11-27T20:00, 1, 2026-11-30T17:00",
    "2026-11-29T09:00, 1, 2026-11-30T17:00",
    "2026-11-27T06:00, 1, 2026-11-27T17:00",
    "2026-11-27T10:00, 2, 2026-12-01T10:00",
    "2026-12-31T16:00, 1, 2027-01-04T16:00",
  })
  void aDayOfWorkIsAsLongAsAllItsHours(String from, int workdays, String until) {
    assertThat(after(from, workdays)).isEqualTo(until);
  }

  @Test
  void hoursAreReadAndSaid() {
    assertThat(OfficeHours.parse("07:30-11:30, 13:30-17:00")).isEqualTo(OfficeHours.USUAL);
    assertThat(OfficeHours.USUAL.words()).isEqualTo("07:30–11:30 và 13:30–17:00");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "7:30-11:30", "07:30-25:00", "13:30-17:00, 07:30-11:30", "11:30-07:30", "x"})
  void whatAreNoHoursIsRefused(String text) {
    assertThat(OfficeHours.isRight(text)).isFalse();
  }
}
