package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarCommandTest {
  private record Ended(int code, List<String> out, List<String> err) {}

  private static Ended run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
    return new Ended(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  @Test
  void aYearShowsItsFreeDaysAndTheOnesInDoubt() {
    assertThat(run("calendar", "holidays", "2027").out)
        .contains(
            "thứ Bảy 06/02/2027\tTết Nguyên đán",
            "thứ Tư 10/02/2027\tTết Nguyên đán (nghỉ bù)",
            "thứ Năm 11/02/2027\tTết Nguyên đán (chưa rõ có nghỉ không)");
  }

  @Test
  void aDateIsReadOrAskedForAgainWithTheReason() {
    String on = "2026-11-24";

    assertThat(run("calendar", "read", "--on", on, "rằm", "tháng", "giêng").out)
        .containsExactly("thứ Bảy 20/02/2027 (ngày 15 tháng 1 âm lịch)");
    assertThat(run("calendar", "read", "--on", on, "31/02").out)
        .containsExactly("Tháng ấy không có nhiều ngày như vậy. Xin xem lại và viết lại ngày.");
    assertThat(run("calendar", "read", "--on", on, "--past", "1/1/2027").out)
        .containsExactly("Ngày 01/01/2027 chưa đến. Xin viết một ngày đã qua.");
    assertThat(run("calendar", "read", "--on", on, "tuần sau").out)
        .containsExactly("Từ 30/11/2026 đến 06/12/2026 thì là ngày nào? Xin viết rõ ngày.");
  }

  @Test
  void aRuleShowsItsDaysAndWhatIsNoRuleEndsWithTwo() {
    assertThat(
            run("calendar", "rule", "--on", "2026-11-24", "--count", "2", "ngày 15–17 hằng tháng")
                .out)
        .containsExactly(
            "thứ Ba 15/12/2026 – thứ Năm 17/12/2026", "thứ Sáu 15/01/2027 – Chủ nhật 17/01/2027");
    Ended wrong = run("calendar", "rule", "lúc nào cũng được");
    assertThat(wrong.code).isEqualTo(2);
    assertThat(wrong.err).singleElement().asString().startsWith("Không hiểu lịch");
  }

  @Test
  void aMomentShowsWhenItMayBeSentAndWhy() {
    assertThat(run("calendar", "send", "2027-02-08T09:00", "--due", "2027-02-09").out)
        .containsExactly("2027-02-05T19:00:00+07:00\tgửi sớm hơn, vì lùi lại thì quá hạn");
  }
}
