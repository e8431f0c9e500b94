package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.text.RichText;

/// A year of one family, as it would be told: a grandmother's card and her pension, a child born in
/// the summer. The station has announced its sessions, the ward pays both months before Tết.
class FamilyYearTest {
  private static final Calendars CALENDARS =
      Rehearsal.calendars(
          "place: Trạm y tế\nsource: thông báo của trạm\ndays: {rule: ngày 15–17 hằng tháng}\n",
          """
          allowance:
            name: Trợ cấp hưu trí xã hội
            place: nhà văn hóa khu phố
            grade: A
            source: thông báo của phường
            contact: one-stop
            days:
              rule: ngày 10 hằng tháng
              when-closed: after
              changes:
                - {day: 2027-02-10, to: 2027-02-03, source: trả trước Tết}
                - {day: 2027-03-10, to: 2027-02-03, source: trả trước Tết}
          """);
  private static final Planner PLANNER = Rehearsal.planner(CALENDARS);
  private static final ReminderTexts TEXTS = new ReminderTexts(Rehearsal.BASE, CALENDARS);
  private static final ReminderId ID = new ReminderId(7);

  private static final Wish.Insurance CARD =
      new Wish.Insurance("bà **Hoa**", LocalDate.of(2027, 3, 31), 2);
  private static final Wish.Payment PENSION = new Wish.Payment("allowance");

  private static Wish.Vaccination child(String given) {
    return Rehearsal.child("2026-08-31", "hepb-birth:1:2026-08-31 bcg:1:2026-08-31 " + given);
  }

  private static List<String> plan(Wish wish, String on, String until) {
    return Rehearsal.lines(PLANNER, wish, LocalDate.parse(on), LocalDate.parse(until));
  }

  @Test
  void theYearGoesLikeThis() {
    // Autumn and winter: nobody goes to the station until after Tết.
    assertThat(plan(child(""), "2026-10-01", "2027-01-31"))
        .containsExactly(
            "2026-11-12T08:00 3-before 2026-11-15 dpt-hepb-hib:1 opv:1 rota:1",
            "2026-11-15T08:00 on-day 2026-11-15 dpt-hepb-hib:1 opv:1 rota:1",
            // Late since 1 December; in January polio by injection joins on the 31st only.
            "2026-12-12T08:00 3-before 2026-12-15 dpt-hepb-hib:1 opv:1 rota:1",
            "2026-12-15T08:00 on-day 2026-12-15 dpt-hepb-hib:1 opv:1 rota:1",
            "2027-01-12T08:00 3-before 2027-01-15 dpt-hepb-hib:1 opv:1 rota:1",
            "2027-01-15T08:00 on-day 2027-01-15 dpt-hepb-hib:1 opv:1 rota:1");
    // They went on 15 January: the second doses are due a month later, on the same day as ipv.
    assertThat(
            plan(
                child("dpt-hepb-hib:1:2027-01-15 opv:1:2027-01-15 rota:1:2027-01-15"),
                "2027-01-16",
                "2027-02-28"))
        .containsExactly(
            "2027-02-12T08:00 3-before 2027-02-15 dpt-hepb-hib:2 opv:2 ipv:1 rota:2",
            "2027-02-15T08:00 on-day 2027-02-15 dpt-hepb-hib:2 opv:2 ipv:1 rota:2");
    // The allowance: 10 January is a Sunday; two months on 3 February; 10 April is a Saturday.
    assertThat(plan(PENSION, "2026-12-31", "2027-04-30"))
        .containsExactly(
            "2027-01-10T19:00 evening-before 2027-01-11",
            "2027-02-02T19:00 evening-before 2027-02-03",
            "2027-04-11T19:00 evening-before 2027-04-12");
    // The card ends on the last of March; they renew it on the day before.
    assertThat(plan(CARD, "2026-10-01", "2027-03-30"))
        .containsExactly(
            "2027-03-01T08:00 30-before 2027-03-31",
            "2027-03-24T08:00 7-before 2027-03-31",
            "2027-03-30T08:00 1-before 2027-03-31");
    assertThat(
            plan(
                new Wish.Insurance("bà", LocalDate.of(2028, 3, 31), 2), "2027-03-30", "2028-02-28"))
        .isEmpty();
  }

  private static String read(Wish wish, String on) {
    LocalDate day = LocalDate.parse(on);
    Planned planned = PLANNER.next(wish, Rehearsal.at(day.atStartOfDay())).orElseThrow();
    return TEXTS.message(ID, wish, planned, day).text().plain();
  }

  @Test
  void theMessagesSayThis() {
    assertThat(read(PENSION, "2027-02-02"))
        .isEqualTo(
            "Trợ cấp hưu trí xã hội: chi trả ngày 03/02/2027 tại nhà văn hóa khu phố, theo thông"
                + " báo của phường.\n\nLần này trả chung cho 2 kỳ.");
    assertThat(read(child(""), "2026-12-15"))
        .isEqualTo(
            "Bin: lịch của bé\n\nHôm nay, 15/12/2026, có buổi tiêm tại Trạm y tế, theo thông báo"
                + " của trạm. Các mũi nên tiêm:\n\n- 5 trong 1, mũi 1 (trễ từ 01/12/2026)\n- Bại"
                + " liệt uống (bOPV), mũi 1 (trễ từ 01/12/2026)\n- Tiêu chảy do vi rút Rota, mũi 1"
                + " (trễ từ 01/12/2026, chỉ nhận đến hết ngày 11/04/2027)\n\nTheo lịch Bộ Y tế công"
                + " bố gần nhất; trạm sẽ xác nhận.");
    assertThat(read(CARD, "2027-03-30"))
        .startsWith("Thẻ bảo hiểm y tế của bà **Hoa** hết hạn ngày 31/03/2027, còn 1 ngày.")
        // 1.366.200 and 70 % of it.
        .contains("2 người cùng đóng cả năm hết 2.322.540 đồng");
    assertThat(read(CARD, "2027-05-30"))
        .startsWith("Thẻ bảo hiểm y tế của bà **Hoa** đã hết hạn 60 ngày (từ sau ngày 31/03/2027).")
        .contains("chậm nhất ngày 28/06/2027", "90 ngày", "30 ngày");
  }

  @Test
  void everyMessageHasItsButtons() {
    assertThat(
            Stream.of(CARD, child(""), PENSION)
                .map(
                    wish ->
                        TEXTS.message(
                            ID,
                            wish,
                            PLANNER
                                .next(wish, Rehearsal.at(LocalDate.of(2026, 11, 1).atStartOfDay()))
                                .orElseThrow(),
                            LocalDate.of(2026, 11, 1)))
                .map(message -> message.choices().stream().map(choice -> choice.data()).toList()))
        .containsExactly(
            List.of("r:renewed:7", "r:later:7", "r:end:7"),
            List.of("r:given:7", "r:later:7", "r:show:7"),
            List.of("r:end:7"));
  }

  @Test
  void theWholeCardShowsEveryDoseWithItsSource() {
    RichText card =
        TEXTS.card(ID, child("dpt-hepb-hib:1:2026-10-30"), LocalDate.of(2026, 12, 15)).text();

    assertThat(card.plain())
        .startsWith("Bin: lịch của bé\n\nĐã ghi nhận\n\n- Viêm gan B sơ sinh, mũi 1: ngày ")
        .contains("Nên tiêm bây giờ", "Sắp tới", "Mũi khác")
        .contains("5 trong 1, mũi 1: ngày 30/10/2026 có thể chưa đủ ngày, hỏi lại trạm")
        .contains(
            "\n\nNguồn của các ngày: [1] ",
            "điều thường biết, chưa thấy trong văn bản (thường như vậy)");
    assertThat(card.plain().lines().filter(line -> line.startsWith("- ")))
        .allMatch(line -> line.matches(".*\\[\\d]"))
        // 21 doses and the one to be repeated.
        .hasSize(23);
    // One message on a telephone.
    assertThat(card.plain()).hasSizeLessThan(3_500);
  }
}
