package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class AskCommandTest {
  private static final String QUESTION = "me toi 76t ko co luong huu, tien gia duoc bn";

  private final StringWriter out = new StringWriter();

  private String ask(String... arguments) {
    String[] line = new String[arguments.length + 1];
    line[0] = "ask";
    System.arraycopy(arguments, 0, line, 1, arguments.length);
    PrintWriter writer = new PrintWriter(out, true);
    assertThat(Main.run(writer, writer, line)).isZero();
    return out.toString();
  }

  @Test
  void reasonsFollowTheAnswer() {
    String told = ask("--explain", QUESTION);
    assertThat(told.indexOf("540.000")).isPositive().isLessThan(told.indexOf("đã gõ"));
    assertThat(told.lines())
        .anyMatch(line -> line.matches("76t +76 +tách số +số +.*"))
        .anyMatch(line -> line.matches("bn +bao +viết tắt.*"))
        .anyMatch(line -> line.matches("tien +tiền +thêm dấu +nội dung .*"))
        .contains("Tuổi: [76]", "Tên gọi: \"tiền già\" của [sp-social-pension]")
        .anyMatch(line -> line.startsWith("Điều được hỏi: amount, vì "))
        .anyMatch(line -> line.startsWith("1. sp-social-pension"))
        .anyMatch(line -> line.matches(" +pairs +tien gia +[0-9.]+ +.*câu mẫu.*"))
        .anyMatch(line -> line.startsWith("   tuổi        1.00 × 0.80 =  0.80  dành cho từ 70"))
        .anyMatch(line -> line.startsWith("Kết luận: confident, vì điểm "));
  }

  @Test
  void aGreetingSaysThatNothingWasSearchedFor() {
    assertThat(ask("--explain", "xin chào")).contains("không cần tìm", "Kết luận: nothing, vì ");
  }

  @Test
  void programsGetTheReasonsAsAnObject() {
    JsonObject answer = new JsonObject(ask("--json", "--explain", QUESTION));
    JsonObject explanation = answer.getJsonObject("explanation");
    assertThat(explanation.getJsonObject("read").getJsonArray("ages").getList()).contains(76);
    assertThat(explanation.getJsonArray("candidates").getJsonObject(0).getDouble("score"))
        .isEqualTo(answer.getJsonArray("results").getJsonObject(0).getDouble("score"));
    assertThat(explanation.getJsonArray("candidates").getJsonObject(0).getJsonObject("why"))
        .isNotNull();
    assertThat(explanation.getJsonObject("verdict").getInteger("competing")).isEqualTo(1);
  }

  @Test
  void programsGetNoReasonsUnlessTheyAsk() {
    assertThat(new JsonObject(ask("--json", QUESTION)).containsKey("explanation")).isFalse();
  }
}
