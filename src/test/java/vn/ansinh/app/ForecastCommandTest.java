package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The command on the schedule and the phrases that are shipped.
class ForecastCommandTest {
  private record Ended(int code, List<String> out, List<String> err) {}

  private static Ended run(String... options) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    String[] args = new String[options.length + 2];
    args[0] = "reminders";
    args[1] = "forecast";
    System.arraycopy(options, 0, args, 2, options.length);
    int code = Main.run(new PrintWriter(out), new PrintWriter(err), args);
    return new Ended(code, out.toString().lines().toList(), err.toString().lines().toList());
  }

  @Test
  void jsonIsOneObjectALineForEachDose() {
    Ended ended =
        run(
            "--born",
            "2026-01-02",
            "--given",
            "dpt-hepb-hib:1:2026-03-03,dpt-hepb-hib:2:2026-03-30",
            "--given",
            "bcg:1:2026-01-03",
            "--on",
            "2026-04-01",
            "--json");

    assertThat(ended.code).isZero();
    assertThat(ended.err).isEmpty();
    assertThat(ended.out.stream().map(JsonObject::new))
        .hasSize(23)
        .anyMatch(line -> line.getString("vaccine").equals("bcg") && status(line).equals("done"))
        .anyMatch(line -> line.getInteger("dose") == 2 && status(line).equals("invalid"));
  }

  private static String status(JsonObject line) {
    return line.getString("status");
  }

  @Test
  void everyReasonNamesItsConditionAndItsSourceAndLeavesNothingOpen() {
    List<String> reasons = new ArrayList<>();
    reasons.addAll(
        reasons(
            "2026-01-02",
            "opv:1:2026-03-01,opv:1:2026-03-10,hpv:1:2026-03-10,rota:1:2026-07-20",
            "2026-08-13"));
    reasons.addAll(reasons("2026-01-01", "rota:1:2026-07-14", "2026-08-12"));
    reasons.addAll(reasons("2021-05-10", "", "2026-11-23"));

    assertThat(reasons).noneMatch(reason -> reason.matches(".*[{}*].*|.* {2}.*"));
    assertThat(reasons).allMatch(reason -> reason.matches("\\p{Lu}.*\\."));
    assertThat(reasons)
        .contains(
            "Mũi ngày 01/03/2026 có thể chưa đủ ngày, hỏi lại trạm: mũi này tính được từ 02/03/2026"
                + " (đủ 2 tháng kể từ ngày sinh). Thường theo lịch Bộ Y tế công bố gần nhất (Thông"
                + " tư 38/2017/TT-BYT); trạm sẽ báo.")
        .anyMatch(
            reason -> reason.startsWith("Mũi này chỉ nhận trước khi đủ 2 ngày kể từ ngày sinh"))
        .anyMatch(reason -> reason.contains("cách Sởi đơn mũi 1 ít nhất 28 ngày"))
        .anyMatch(reason -> reason.contains("ngày cuối cùng còn nhận mũi này"))
        .anyMatch(reason -> reason.startsWith("Mũi này chưa có lịch chung, xin hỏi trạm"));
  }

  private static List<String> reasons(String born, String given, String on) {
    return run("--born", born, "--given", given, "--on", on, "--json").out.stream()
        .map(line -> new JsonObject(line).getString("why"))
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "2026-02-30, bcg:1:2026-01-03, 2026-04-01, bad-date",
    "2026-04-02, '', 2026-04-01, born-after-on",
    "2026-01-02, 'bcg:1:2026-01-03,', 2026-04-01, bad-dose",
    "2026-01-02, bcg:1:2026-04-02, 2026-04-01, in-future",
  })
  void aFaultIsOneCodeAndEndsWithTwo(String born, String given, String on, String code) {
    Ended bare = run("--born", born, "--given", given, "--on", on);

    assertThat(bare).isEqualTo(new Ended(2, List.of(code), List.of()));
    assertThat(run("--born", born, "--given", given, "--on", on, "--json")).isEqualTo(bare);
  }

  @Test
  void withoutABirthThereIsNoForecast() {
    assertThat(run("--on", "2026-04-01")).isEqualTo(new Ended(2, List.of("bad-date"), List.of()));
  }

  @Test
  void withoutADayItIsToday() {
    assertThat(run("--born", "2026-01-02", "--given", "").out).hasSize(45);
  }

  @Test
  void thePlainCardIsATableWithAReasonBelowEachDose() {
    List<String> lines = run("--born", "2026-08-31", "--on", "2026-11-23").out;

    assertThat(lines).hasSize(1 + 2 * 22);
    assertThat(lines.getFirst()).startsWith("Tình trạng    Đã tiêm     Sớm nhất");
    assertThat(lines.get(3))
        .isEqualTo(
            "đã trễ                    31/08/2026  31/08/2026  01/10/2026  30/08/2027  Lao (BCG),"
                + " mũi 1");
    assertThat(lines.get(4)).startsWith("    Đã trễ từ 01/10/2026");
  }
}
