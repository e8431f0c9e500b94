package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.days.Calendars;

class InsurancePlanTest {
  private static final Planner PLANNER = Rehearsal.planner(Calendars.NONE);

  private static Wish.Insurance card(LocalDate expires) {
    return new Wish.Insurance("bà", expires, 2);
  }

  private static List<String> plan(LocalDate expires) {
    return Rehearsal.lines(PLANNER, card(expires), expires.minusYears(1), expires.plusYears(1));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    // 30, 7, 1 days before and on the day; days 60 and 80 of the gap, whose day 89 is the last.
    "2026-12-31,"
        + "2026-12-01T08:00 30-before 2026-12-31|2026-12-24T08:00 7-before 2026-12-31"
        + "|2026-12-30T08:00 1-before 2026-12-31|2026-12-31T08:00 on-day 2026-12-31"
        + "|2027-03-01T08:00 gap-60 2027-03-30|2027-03-21T08:00 gap-80 2027-03-30",
    // Over the end of a leap February.
    "2028-01-31,"
        + "2028-01-01T08:00 30-before 2028-01-31|2028-01-24T08:00 7-before 2028-01-31"
        + "|2028-01-30T08:00 1-before 2028-01-31|2028-01-31T08:00 on-day 2028-01-31"
        + "|2028-03-31T08:00 gap-60 2028-04-29|2028-04-20T08:00 gap-80 2028-04-29",
    // Ends on mùng 2 (Tết is from 6 to 8 February 2027): the day itself may be told in Tết.
    "2027-02-07,"
        + "2027-01-08T08:00 30-before 2027-02-07|2027-01-31T08:00 7-before 2027-02-07"
        + "|2027-02-06T08:00 1-before 2027-02-07|2027-02-07T08:00 on-day 2027-02-07"
        + "|2027-04-08T08:00 gap-60 2027-05-07|2027-04-28T08:00 gap-80 2027-05-07",
    // Ends on mùng 4: the day before is mùng 3, so it is told on the evening before Tết.
    "2027-02-09,"
        + "2027-01-10T08:00 30-before 2027-02-09|2027-02-02T08:00 7-before 2027-02-09"
        + "|2027-02-05T19:00 1-before 2027-02-09|2027-02-09T08:00 on-day 2027-02-09"
        + "|2027-04-10T08:00 gap-60 2027-05-09|2027-04-30T08:00 gap-80 2027-05-09",
    // Seven days before is mùng 2: it waits for mùng 4, still in time.
    "2027-02-14,"
        + "2027-01-15T08:00 30-before 2027-02-14|2027-02-09T08:00 7-before 2027-02-14"
        + "|2027-02-13T08:00 1-before 2027-02-14|2027-02-14T08:00 on-day 2027-02-14"
        + "|2027-04-15T08:00 gap-60 2027-05-14|2027-05-05T08:00 gap-80 2027-05-14",
    // Day 60 of the gap is mùng 1: it waits for mùng 4.
    "2026-12-08,"
        + "2026-11-08T08:00 30-before 2026-12-08|2026-12-01T08:00 7-before 2026-12-08"
        + "|2026-12-07T08:00 1-before 2026-12-08|2026-12-08T08:00 on-day 2026-12-08"
        + "|2027-02-09T08:00 gap-60 2027-03-07|2027-02-26T08:00 gap-80 2027-03-07",
  })
  void aCardIsToldOfBeforeItEndsAndInTheGap(LocalDate expires, String lines) {
    assertThat(plan(expires)).isEqualTo(Arrays.asList(lines.split("\\|")));
  }

  /// The rule knows the law's figure by heart: when that changes, it has to be thought over.
  @Test
  void theGapIsThatOfTheLaw() {
    assertThat(Rehearsal.BASE.parameters().get("hi-break-days"))
        .extracting(gap -> gap.values().getLast().amount().intValue())
        .isEqualTo(InsuranceRule.BREAK_DAYS);
  }

  /// A gap of 90 days still counts as continuous, but the new card waits from the 90th day on: the
  /// last day on which nothing is lost is the 89th.
  @Test
  void theReminderAndTheEntriesSayTheSameOfTheLastDay() {
    LocalDate expires = LocalDate.of(2026, 12, 31);
    LocalDate on = expires.plusDays(80);
    ReminderTexts texts = new ReminderTexts(Rehearsal.BASE, Calendars.NONE);
    Planned planned = PLANNER.next(card(expires), Rehearsal.at(on.atStartOfDay())).orElseThrow();
    String reminder = texts.text(card(expires), planned, on).plain();
    assertThat(reminder)
        .contains("chậm nhất ngày 30/03/2027", "từ 90 ngày trở lên", "chờ 30 ngày", "quá 90 ngày");
    assertThat(texts.gap(expires, on).plain()).contains("từ 90 ngày trở lên", "quá 90 ngày");
    assertThat(texts.gap(expires, expires.plusDays(90)).plain())
        .contains("Ngừng từ 90 ngày trở lên", "sau 30 ngày", "quá 90 ngày");
    assertThat(entry("hi-5-years", Facet.WHO, on))
        .contains("không quá 90 ngày", "từ 90 ngày trở lên", "chờ 30 ngày");
    assertThat(entry("hi-renewal", Facet.DEADLINE, on))
        .contains("từ 90 ngày trở lên", "sau 30 ngày", "quá 90 ngày");
  }

  private static String entry(String id, Facet facet, LocalDate on) {
    return Rehearsal.BASE
        .find(new EntitlementId(id))
        .flatMap(entry -> Rehearsal.BASE.text(entry, facet, on))
        .orElseThrow()
        .plain();
  }

  @Test
  void whatIsToldLateIsLeftOut() {
    LocalDate expires = LocalDate.of(2026, 12, 31);

    assertThat(
            Rehearsal.lines(
                PLANNER, card(expires), LocalDate.of(2026, 12, 25), LocalDate.of(2026, 12, 30)))
        .containsExactly("2026-12-30T08:00 1-before 2026-12-31");
    assertThat(PLANNER.next(card(expires), Rehearsal.at(expires.atTime(8, 0))))
        .map(Planned::lead)
        .contains("gap-60");
    assertThat(PLANNER.next(card(expires), Rehearsal.at(expires.plusDays(90).atStartOfDay())))
        .isEmpty();
  }

  @Test
  void theReasonNamesTheRuleAndTheLaw() {
    LocalDate expires = LocalDate.of(2026, 12, 31);

    assertThat(
            PLANNER.between(
                card(expires),
                Rehearsal.at(expires.atStartOfDay()),
                Rehearsal.at(expires.plusDays(100).atStartOfDay())))
        .extracting(new ReminderTexts(Rehearsal.BASE, Calendars.NONE)::why)
        .containsExactly(
            "Nhắc đúng ngày thẻ hết hạn, 31/12/2026: đóng tiếp trước khi hết hạn thì thẻ liền mạch"
                + " (Điều 16 Luật Bảo hiểm y tế sửa đổi 51/2024/QH15).",
            "Nhắc ở ngày thứ 60 không có thẻ (thẻ hết hạn ngày 31/12/2026): nên đóng tiếp chậm"
                + " nhất 30/03/2027; ngừng từ 90 ngày trở lên thì thẻ mới phải chờ 30 ngày, ngừng"
                + " quá 90 ngày thì mất liên tục (Điều 16 Luật Bảo hiểm y tế sửa đổi 51/2024/QH15).",
            "Nhắc ở ngày thứ 80 không có thẻ (thẻ hết hạn ngày 31/12/2026): nên đóng tiếp chậm"
                + " nhất 30/03/2027; ngừng từ 90 ngày trở lên thì thẻ mới phải chờ 30 ngày, ngừng"
                + " quá 90 ngày thì mất liên tục (Điều 16 Luật Bảo hiểm y tế sửa đổi 51/2024/QH15).");
  }
}
