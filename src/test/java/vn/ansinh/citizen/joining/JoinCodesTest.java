package vn.ansinh.citizen.joining;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.text.Vietnamese;

class JoinCodesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "NOI 4827 1936",
        "noi 48271936",
        "Nối 4827 1936",
        "/noi 4827 1936",
        "NOI48271936",
        "  noi  4 8 2 7 1 9 3 6 ",
        "mã nối: 4827-1936",
        "mã 4827.1936.",
        "48271936",
        "4827 1936"
      })
  void aCodeIsReadHoweverItIsTyped(String typed) {
    assertThat(JoinCodes.read(Vietnamese.fold(typed))).contains("48271936");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "nối",
        "noi chuyen",
        "27-11-2026",
        "27.11.2026",
        "27/11/2026",
        "482719365",
        "4827193",
        "noi 4827 193",
        "0912345678",
        "48271936 là gì",
        "tiền 48271936"
      })
  void whatIsNoCodeIsNotTakenForOne(String typed) {
    assertThat(JoinCodes.read(Vietnamese.fold(typed))).isEmpty();
  }

  @Test
  void whatIsShownIsRead() {
    assertThat(JoinCodes.shown("00271936")).isEqualTo("NOI 0027 1936");
    assertThat(JoinCodes.read(Vietnamese.fold(JoinCodes.shown("00271936")))).contains("00271936");
  }
}
