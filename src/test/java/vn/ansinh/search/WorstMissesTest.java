package vn.ansinh.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.search.evaluation.Evaluation;
import vn.ansinh.search.evaluation.WorstMisses;

class WorstMissesTest {
  private static final SearchIndex INDEX =
      SearchIndex.of(SmallKnowledge.base(), SearchSettings.DEFAULT);

  private static List<String> worst(int most, String... rows) {
    List<String> lines = new ArrayList<>(List.of("id\tquestion\tvariant-type\texpected"));
    lines.addAll(List.of(rows));
    Evaluation evaluation = Evaluation.of(Evaluation.rows(lines), INDEX::search);
    return WorstMisses.lines(evaluation, most, INDEX::explain);
  }

  @Test
  void theOneFurthestBehindComesFirstAndOnlySoManyAreTold() {
    List<String> lines =
        worst(
            2,
            "right\ttiền già\tshort\tsp-social-pension",
            "out\ttiền già\tshort\tOUT",
            "second\tthẻ bảo hiểm y tế hết hạn\tshort\thi-household",
            "nowhere\tmiễn học phí\tshort\tsa-funeral");
    assertThat(lines.getFirst()).isEqualTo("Câu trượt nặng nhất: 2 trong 3");
    assertThat(lines.stream().filter(line -> line.contains("[short]")))
        .containsExactly(
            "nowhere  [short]  miễn học phí", "second  [short]  thẻ bảo hiểm y tế hết hạn");
  }

  @Test
  void theReasonSaysWhichTermsStandWhere() {
    List<String> lines = worst(1, "q\tthẻ bảo hiểm y tế hết hạn\tshort\thi-household");
    assertThat(lines)
        .anyMatch(line -> line.matches("  cần hi-household: thứ 2, kém .*hi-renewal.*"));
    assertThat(lines)
        .anyMatch(line -> line.contains("\"het han\" (tên gọi khác, câu mẫu; mục cần: không có)"));
  }

  @Test
  void whatShouldHaveBeenRefusedSaysWhatItWasTakenFor() {
    assertThat(worst(1, "q\ttiền già\tshort\tOUT"))
        .anyMatch(line -> line.startsWith("  cần OUT: đáng lẽ từ chối, mà đứng đầu là sp-social"))
        .anyMatch(line -> line.startsWith("  sp-social-pension có ") && line.contains("tien gia"));
  }

  @Test
  void wordsThatNoTextHoldsAreNamed() {
    assertThat(worst(1, "q\tzzyzx zzyzxa\tshort\tsa-funeral"))
        .contains("  cần sa-funeral: không tìm thấy gì.")
        .anyMatch(line -> line.contains("chữ không có trong kho: \"zzyzx\", \"zzyzxa\""));
  }
}
