package vn.ansinh.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.calendar.lunar.LunarDate;

class QuietHoursTest {
  private static final Random RANDOM = new Random(20261124);

  private static Instant at(LocalDateTime there) {
    return there.atZone(VietnamTime.ZONE).toInstant();
  }

  @ParameterizedTest
  @CsvSource({
    // Wanted, due, sent.
    "2026-12-12T08:00, 2026-12-15, 2026-12-12T08:00, AS_WANTED",
    "2026-12-12T19:59, 2026-12-15, 2026-12-12T19:59, AS_WANTED",
    "2026-12-12T07:59, 2026-12-15, 2026-12-12T08:00, LATER",
    "2026-12-12T20:00, 2026-12-15, 2026-12-13T08:00, LATER",
    "2026-12-12T00:00, 2026-12-15, 2026-12-12T08:00, LATER",
    // The evening before: the next morning would be the day itself.
    "2026-12-14T20:00, 2026-12-15, 2026-12-14T19:00, EARLIER",
    "2026-12-14T23:59, 2026-12-15, 2026-12-14T19:00, EARLIER",
    "2026-12-14T03:00, 2026-12-15, 2026-12-14T08:00, LATER",
    // On the day itself, in its morning and in its evening.
    "2026-12-15T05:00, 2026-12-15, 2026-12-15T08:00, LATER",
    "2026-12-15T21:00, 2026-12-15, 2026-12-15T19:00, EARLIER",
    // Tết is from 6 to 8 February 2027.
    "2027-02-05T19:30, 2027-02-12, 2027-02-05T19:30, AS_WANTED",
    "2027-02-05T20:30, 2027-02-12, 2027-02-09T08:00, LATER",
    "2027-02-06T09:00, 2027-02-12, 2027-02-09T08:00, LATER",
    "2027-02-08T19:00, 2027-02-12, 2027-02-09T08:00, LATER",
    "2027-02-08T09:00, 2027-02-09, 2027-02-05T19:00, EARLIER",
    "2027-02-09T09:00, 2027-02-12, 2027-02-09T09:00, AS_WANTED",
    // Due in those days itself.
    "2027-02-06T09:00, 2027-02-06, 2027-02-06T09:00, AS_WANTED",
    "2027-02-07T08:00, 2027-02-08, 2027-02-07T08:00, AS_WANTED",
    "2027-02-05T22:00, 2027-02-06, 2027-02-05T19:00, EARLIER",
    "2027-02-06T22:00, 2027-02-08, 2027-02-07T08:00, LATER",
  })
  void whatWouldDisturbMoves(
      LocalDateTime wanted, LocalDate due, LocalDateTime sent, QuietHours.Reason reason) {
    assertThat(QuietHours.USUAL.sending(at(wanted), due))
        .isEqualTo(new QuietHours.Sending(at(sent), reason));
  }

  @Test
  void aDeadlineInTheMorningIsNotMissedByWaitingForTheDecentHour() {
    LocalDate due = LocalDate.of(2026, 12, 15);
    Instant wanted = at(due.atTime(6, 0));

    assertThat(QuietHours.USUAL.sending(wanted, due, at(due.atTime(7, 30))).at())
        .isEqualTo(at(due.minusDays(1).atTime(19, 0)));
    assertThat(QuietHours.USUAL.sending(wanted, due, at(due.atTime(8, 30))).at())
        .isEqualTo(at(due.atTime(8, 0)));
  }

  @Test
  void theHoursCanBeSet() {
    QuietHours noon = new QuietHours(LocalTime.of(11, 30), LocalTime.of(12, 0));
    LocalDate due = LocalDate.of(2026, 12, 15);

    assertThat(noon.sending(at(due.minusDays(1).atTime(13, 0)), due).at())
        .isEqualTo(at(due.minusDays(1).atTime(11, 30)));
    assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /// Whatever is wanted for whatever day from 1900 to 2100, with any hours.
  @Test
  void nothingIsEverSentInAForbiddenMinuteOrAfterTheDeadline() {
    for (int i = 0; i < 200_000; i++) {
      LocalDate due = LocalDate.of(1900, 1, 2).plusDays(RANDOM.nextInt(73_400));
      // Half of all around Tết, where it is hardest.
      if (RANDOM.nextBoolean()) {
        due = due.withDayOfYear(15 + RANDOM.nextInt(45));
      }
      QuietHours hours = RANDOM.nextInt(3) == 0 ? anyHours() : QuietHours.USUAL;
      LocalDateTime wanted = due.atStartOfDay().minusMinutes(RANDOM.nextInt(90 * 1440) - 1439L);

      QuietHours.Sending sending = hours.sending(at(wanted), due);

      ZonedDateTime sent = sending.at().atZone(VietnamTime.ZONE);
      assertThat(isAllowed(sent, due, hours)).as("%s for %s: %s", wanted, due, sending).isTrue();
      assertThat(sent.toLocalDate()).isBeforeOrEqualTo(due);
      if (wanted.toLocalDate().isBefore(due)) {
        assertThat(sent.toLocalDate()).isBefore(due);
      }
      // Four days at most: from the evening before Tết to the fourth day, and a night.
      assertThat(Duration.between(at(wanted), sending.at()).abs())
          .isLessThan(Duration.ofHours(108));
      if (isAllowed(at(wanted).atZone(VietnamTime.ZONE), due, hours)) {
        assertThat(sending.at()).isEqualTo(at(wanted));
      }
    }
  }

  private static QuietHours anyHours() {
    int from = RANDOM.nextInt(1438);
    int to = from + 1 + RANDOM.nextInt(1439 - from);
    return new QuietHours(LocalTime.ofSecondOfDay(from * 60L), LocalTime.ofSecondOfDay(to * 60L));
  }

  @ParameterizedTest
  @CsvSource({
    // From, opens, closes.
    "2026-12-12T09:30, 2026-12-12T09:30, 2026-12-12T20:00",
    "2026-12-12T20:00, 2026-12-13T08:00, 2026-12-13T20:00",
    "2026-12-12T03:00, 2026-12-12T08:00, 2026-12-12T20:00",
    "2027-02-05T21:00, 2027-02-09T08:00, 2027-02-09T20:00",
    "2027-02-07T10:00, 2027-02-09T08:00, 2027-02-09T20:00"
  })
  void theDecentHoursFromAMomentOnLeaveOutNightsAndTet(
      LocalDateTime from, LocalDateTime opens, LocalDateTime closes) {
    assertThat(QuietHours.USUAL.window(at(from)))
        .isEqualTo(new QuietHours.Window(at(opens), at(closes)));
  }

  /// The rule told another way: by the lunar name of each day.
  private static boolean isAllowed(ZonedDateTime sent, LocalDate due, QuietHours hours) {
    boolean decent =
        !sent.toLocalTime().isBefore(hours.from()) && sent.toLocalTime().isBefore(hours.to());
    return decent && (!isTet(sent.toLocalDate()) || isTet(due));
  }

  private static boolean isTet(LocalDate day) {
    LunarDate lunar = LunarDate.of(day).orElseThrow();
    return lunar.month().number() == 1 && !lunar.month().leap() && lunar.day() <= 3;
  }
}
