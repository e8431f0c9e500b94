package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command on the calendars and the phrases that are shipped.
class PlanCommandTest {
  private record Ended(int code, List<String> out, List<String> err) {}

  private static Ended run(String options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    List<String> args = new ArrayList<>(List.of("reminders", "plan"));
    args.addAll(Arrays.asList(options.split(" ")));
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), args.toArray(new String[0]));
    return new Ended(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  @Test
  void jsonIsOneObjectAMessageInTheOrderOfSending() {
    Ended ended = run("--kind insurance --expires 2026-12-31 --on 2026-11-23 --json");

    assertThat(ended.code).isZero();
    assertThat(ended.err).isEmpty();
    assertThat(ended.out)
        .first()
        .asString()
        .startsWith(
            "{\"send\":\"2026-12-01T08:00:00+07:00\",\"kind\":\"insurance\","
                + "\"subject\":\"người thân\",\"due\":\"2026-12-31\",\"why\":\"Nhắc trước 30 ngày");
    assertThat(ended.out.stream().map(line -> new JsonObject(line).getString("send")))
        .containsExactly(
            "2026-12-01T08:00:00+07:00",
            "2026-12-24T08:00:00+07:00",
            "2026-12-30T08:00:00+07:00",
            "2026-12-31T08:00:00+07:00",
            "2027-03-01T08:00:00+07:00",
            "2027-03-21T08:00:00+07:00");
  }

  @Test
  void theFirstAndTheLastDayBelongToThePlan() {
    assertThat(
            run("--kind insurance --expires 2026-12-31 --on 2026-12-24 --until 2026-12-30 --json")
                .out)
        .hasSize(2);
  }

  @Test
  void forPeopleEachMessageIsPrintedAsItWouldBeRead() {
    Ended ended =
        run("--kind insurance --expires 2026-12-31 --people 3 --on 2026-12-01 --until 2026-12-01");

    assertThat(ended.out)
        .containsExactly(
            "01/12/2026 08:00  người thân  cho ngày 31/12/2026",
            "    Nhắc trước 30 ngày: thẻ hết hạn ngày 31/12/2026; đóng tiếp trước khi hết hạn thì"
                + " thẻ liền mạch (Điều 16 Luật Bảo hiểm y tế sửa đổi 51/2024/QH15).",
            "    | Thẻ bảo hiểm y tế của người thân hết hạn ngày 31/12/2026, còn 30 ngày. Đóng tiếp"
                + " trước khi hết hạn thì thẻ dùng liền mạch.",
            // 4,5 % of 2.530.000 for twelve months; the second pays 70 %, the third 60 % of it.
            "    | Nếu đóng theo hộ gia đình, 3 người cùng đóng cả năm hết 3.142.260 đồng: người thứ"
                + " nhất 1.366.200 đồng, từ người thứ hai đóng ít dần.",
            "    | Thường đóng tiếp ở điểm thu bảo hiểm y tế, như bưu điện hoặc điểm thu của phường."
                + " Không đi được thì đóng trên Cổng dịch vụ công quốc gia, ứng dụng VssID hoặc qua"
                + " ngân hàng.");
  }

  @Test
  void aPensionIsToldOfAsUsualAndAnUnknownDayAsUnknown() {
    assertThat(run("--kind payment --benefit pension-account --on 2026-12-01").out)
        .anyMatch(line -> line.contains("31/12/2026 19:00  Lương hưu qua tài khoản"))
        .anyMatch(line -> line.contains("thường về từ 01/01/2027 đến 05/01/2027"));
    assertThat(run("--kind payment --benefit social-pension --on 2026-12-01 --json"))
        .isEqualTo(new Ended(0, List.of(), List.of()));
    assertThat(run("--kind payment --benefit social-pension --on 2026-12-01").out)
        .singleElement()
        .asString()
        .contains("chưa biết ngày chi trả", "bộ phận Một cửa của phường");
  }

  @Test
  void theFirstLineOfAChildsMessageSaysNothingOfIt() {
    assertThat(
            run("--kind vaccination --born 2026-08-31 --nickname Bin --on 2026-12-01"
                    + " --until 2026-12-01")
                .out)
        .element(2)
        .isEqualTo("    | Bin: lịch của bé");
  }

  @ParameterizedTest
  @CsvSource({
    "bad-kind, --kind sms --on 2026-11-23",
    "bad-kind, --on 2026-11-23",
    "bad-date, --kind vaccination --on 2026-11-23",
    "bad-date, --kind vaccination --born 2026-02-30 --on 2026-11-23",
    "born-after-on, --kind vaccination --born 2026-11-24 --on 2026-11-23",
    "bad-dose, --kind vaccination --born 2026-01-01 --given bcg --on 2026-11-23",
    "unknown-vaccine, --kind vaccination --born 2026-01-01 --given x:1:2026-01-01 --on 2026-11-23",
    "in-future, --kind vaccination --born 2026-01-01 --given bcg:1:2026-11-24 --on 2026-11-23",
    "bad-date, --kind insurance --on 2026-11-23",
    "bad-date, --kind insurance --expires 31/12/2026 --on 2026-11-23",
    "bad-date, --kind insurance --expires 2026-12-31 --on 2026-11-31",
    "bad-date, --kind insurance --expires 2026-12-31 --on 2026-11-23 --until soon",
    "until-before-on, --kind insurance --expires 2026-12-31 --on 2026-11-23 --until 2026-11-22",
    "bad-people, --kind insurance --expires 2026-12-31 --people 0 --on 2026-11-23",
    "bad-people, --kind insurance --expires 2026-12-31 --people two --on 2026-11-23",
    "unknown-benefit, --kind payment --benefit wages --on 2026-11-23",
    "unknown-benefit, --kind payment --on 2026-11-23",
  })
  void aFaultOfTheInputPrintsItsCode(String code, String options) {
    assertThat(run(options)).isEqualTo(new Ended(2, List.of(code), List.of()));
  }
}
