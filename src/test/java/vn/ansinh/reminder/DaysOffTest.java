package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.days.Calendars;

/// What is said of a day that is not what the calendar would have: a payment that begins on a day
/// off, a session that was moved.
class DaysOffTest {
  private static void assertSaid(
      Calendars calendars, Wish wish, String on, String said, String unsaid) {
    LocalDate day = LocalDate.parse(on);
    Planned planned =
        Rehearsal.planner(calendars).next(wish, Rehearsal.at(day.atStartOfDay())).orElseThrow();
    ReminderTexts texts = new ReminderTexts(Rehearsal.BASE, calendars);
    LocalDate read = Rehearsal.there(planned.send()).toLocalDate();
    for (String text : new String[] {texts.text(wish, planned, read).plain(), texts.why(planned)}) {
      assertThat(text).contains(said);
      assertThat(text).doesNotContain(unsaid);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // A public holiday, a Sunday, a holiday whose day is kept though the office is shut.
        "rule: ngày 1–5 hằng tháng|2026-12-20|Ngày 01/01/2027 là ngày nghỉ (|kế tiếp",
        "rule: ngày 1–5 hằng tháng|2026-10-20|Ngày 01/11/2026 là ngày nghỉ (Chủ nhật), nên hỏi trước khi đi.|kế tiếp",
        "rule: ngày 5 hằng tháng|2026-12-01|Ngày 05/12/2026 là ngày nghỉ (thứ Bảy), nên hỏi trước khi đi.|kế tiếp",
        // Only the payment's own calendar says that it is paid on the next working day.
        "rule: ngày 1–5 hằng tháng, when-closed: after|2026-10-20|trả từ ngày làm việc kế tiếp, 02/11/2026.|nên hỏi trước",
        "rule: ngày 1–5 hằng tháng, when-closed: before|2026-10-20|nên hỏi trước khi đi.|kế tiếp",
        // A working day, and one to which the calendar has moved the payment.
        "rule: ngày 1–5 hằng tháng|2026-11-20|từ 01/12/2026 đến 05/12/2026|ngày nghỉ",
        "rule: ngày 5 hằng tháng, when-closed: after|2026-12-01|07/12/2026|ngày nghỉ"
      })
  void aPaymentThatBeginsOnADayOffSaysSo(String days, String on, String said, String unsaid) {
    assertSaid(
        Rehearsal.payments("{" + days + "}"), new Wish.Payment("allowance"), on, said, unsaid);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "rule: ngày 15 hằng tháng, changes: [{day: 2026-03-15, to: 2026-03-18, source: tin ngày 10/3 của trạm}]"
            + "|dời từ ngày 15/03/2026 sang ngày 18/03/2026, theo tin ngày 10/3 của trạm.|ngày nghỉ",
        // 15 March 2026 is a Sunday.
        "rule: ngày 15 hằng tháng, when-closed: after"
            + "|dời từ ngày 15/03/2026 sang ngày 16/03/2026, vì ngày 15/03/2026 là ngày nghỉ.|theo tin",
        "rule: ngày 15 hằng tháng|15/03/2026|dời"
      })
  void aSessionThatWasMovedNamesBothDays(String days, String said, String unsaid) {
    assertSaid(
        Rehearsal.sessions("{" + days + "}"),
        Rehearsal.child("2026-01-01", "hepb-birth:1:2026-01-01 bcg:1:2026-01-01"),
        "2026-03-02",
        said,
        unsaid);
  }
}
