package vn.ansinh.console.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportTest {
  @ParameterizedTest
  @ValueSource(strings = {"=1+1", "+84", "-2", "@SUM(A1)", " =1", "\t=1", "\r=1", "\n=1"})
  void whatASpreadsheetWouldTakeForAFormulaIsText(String cell) {
    assertThat(Report.line(cell).replace("\"", "")).startsWith("'");
  }

  @Test
  void otherWordsStayAsTheyAre() {
    assertThat(Report.line("Lịch, «trả»", "", "a=b", "nói \"thế\""))
        .isEqualTo("\"Lịch, «trả»\",,a=b,\"nói \"\"thế\"\"\"\r\n");
  }
}
