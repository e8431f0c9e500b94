package vn.ansinh.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.text.Vietnamese;

class SearchIndexTest {
  private static final SearchIndex INDEX =
      SearchIndex.of(SmallKnowledge.base(), SearchSettings.DEFAULT);
  private static final List<String> QUESTIONS =
      List.of(
          "tiền già được bao nhiêu",
          "bà nội tôi mất thì xin hỗ trợ mai táng ở đâu",
          "đóng bảo hiểm y tế cho cả hộ gia đình hết mấy tiền",
          "thẻ bảo hiểm y tế sắp hết hạn",
          "bé hai tháng đi tiêm phòng",
          "học sinh lớp 6 có phải nộp học phí không");

  static Stream<String> questions() {
    return QUESTIONS.stream();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tiền già được bao nhiêu|sp-social-pension
          tro cap tuoi gia can nhung gi|sp-social-pension
          trợ cáp hưu tri xã họi|sp-social-pension
          nhà em có đám ma|sa-funeral
          bhyt hgđ đóng bn|hi-household
          baor hiểm y tế hét hạn|hi-renewal
          chích ngừa cho cháu ở trạm|health-immunization
          mien hoc phi|edu-tuition-free
          """)
  void theRightEntryComesFirst(String question, String entry) {
    // Whether it is sure enough to answer is fitted to the real knowledge base, and held there.
    assertThat(first(question)).isEqualTo(entry);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void aQuestionWithoutMarksFindsWhatTheMarkedOneFinds(String question) {
    assertThat(first(Vietnamese.fold(question))).isEqualTo(first(question));
  }

  @ParameterizedTest
  @MethodSource("questions")
  void decomposedTextFindsTheSameWithTheSameScores(String question) {
    String apart = Normalizer.normalize(question, Normalizer.Form.NFD);
    assertThat(INDEX.search(apart)).isEqualTo(INDEX.search(question));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hôm nay trời có mưa không",
        "gia xang hom nay bao nhieu tien",
        "tối nay đội nào đá với đội nào",
        "hàng xóm lấn đất thì kiện ở đâu",
        "làm thơ về mùa thu",
        "kết quả xổ số hôm nay",
        "how much is a ticket",
        "đồ ngu",
        "bao nhiêu tiền một bát phở ở phường"
      })
  void whatTheKnowledgeBaseDoesNotHoldIsRefused(String question) {
    assertThat(INDEX.search(question)).isInstanceOf(Finding.Nothing.class);
  }

  @Test
  void aSubjectOfOthersLowersTheScore() {
    double ours = INDEX.search("trợ cấp hưu trí xã hội").results().getFirst().score();
    double theirs = INDEX.search("trợ cấp hưu trí xã hội ở Lạng Sơn").results().getFirst().score();
    assertThat(theirs).isLessThan(ours - 0.1);
  }

  @Test
  void wordsThatFitTwoEntriesAreAskedAbout() {
    Finding finding = INDEX.search("đóng tiếp bảo hiểm y tế hộ gia đình");
    assertThat(finding).isInstanceOf(Finding.Ambiguous.class);
    assertThat(finding.results().subList(0, 2))
        .extracting(hit -> hit.entitlement().value())
        .containsExactlyInAnyOrder("hi-household", "hi-renewal");
  }

  @Test
  void resultsComeBestFirstWithScoresUpToOne() {
    for (String question : QUESTIONS) {
      List<Double> scores = INDEX.search(question).results().stream().map(Hit::score).toList();
      assertThat(scores).isSortedAccordingTo((a, b) -> Double.compare(b, a));
      assertThat(scores).allMatch(score -> score >= 0 && score <= 1).hasSizeLessThanOrEqualTo(10);
    }
  }

  @Test
  void anotherIndexOfTheSameAnswersTheSame() {
    try (SearchIndex again = SearchIndex.of(SmallKnowledge.base(), SearchSettings.DEFAULT)) {
      for (String question : QUESTIONS) {
        assertThat(again.search(question)).isEqualTo(INDEX.search(question));
      }
    }
  }

  @Test
  void manyThreadsGetTheAnswersOfOne() throws Exception {
    List<Finding> alone = QUESTIONS.stream().map(INDEX::search).toList();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Finding>>> all = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        all.add(threads.submit(() -> QUESTIONS.stream().map(INDEX::search).toList()));
      }
      for (Future<List<Finding>> each : all) {
        assertThat(each.get()).isEqualTo(alone);
      }
    }
  }

  @Test
  void thresholdsDecide() {
    try (SearchIndex strict = SearchIndex.of(SmallKnowledge.base(), new SearchSettings(1, 0))) {
      assertThat(strict.search("tiền già")).isInstanceOf(Finding.Nothing.class);
    }
    try (SearchIndex asking = SearchIndex.of(SmallKnowledge.base(), new SearchSettings(0, 1))) {
      assertThat(asking.search("tiền già")).isInstanceOf(Finding.Ambiguous.class);
    }
  }

  @Test
  void anEmptyKnowledgeBaseFindsNothing() {
    Entitlement[] none = {};
    try (SearchIndex empty = SearchIndex.of(SmallKnowledge.base(none), SearchSettings.DEFAULT)) {
      assertThat(empty.search("tiền già")).isInstanceOf(Finding.Nothing.class);
    }
  }

  @ParameterizedTest
  @MethodSource("oddTexts")
  void anyTextIsAnsweredSomehow(String text) {
    assertThat(INDEX.search(text).results()).hasSizeLessThanOrEqualTo(10);
  }

  static Stream<String> oddTexts() {
    Random random = new Random(7);
    Stream<String> noise = random.ints(200, 0, 80).mapToObj(length -> noise(random, length));
    return Stream.concat(
        Stream.of(
            "",
            " \n\t",
            "🙂🙂🙂",
            "\u0000\u0007\u200b\ufeff",
            "\ud83d",
            "a".repeat(100_000),
            "trợ cấp ".repeat(12_500),
            "<script>alert(1)</script>",
            "'; DROP TABLE citizen; --",
            "Сколько стоит страховка?",
            "医療保険はいくらですか",
            "ما هو التأمين",
            "́́́",
            "1234567890 ".repeat(500),
            "* ? ~ AND OR NOT ( [ { ^ \" \\ /"),
        noise);
  }

  private static String noise(Random random, int length) {
    int[] ranges = {0x20, 0x7e, 0x00c0, 0x01b0, 0x0300, 0x0330, 0x1ea0, 0x1ef9, 0x1f600, 0x1f640};
    StringBuilder noise = new StringBuilder();
    for (int i = 0; i < length; i++) {
      int range = random.nextInt(ranges.length / 2) * 2;
      noise.appendCodePoint(random.nextInt(ranges[range], ranges[range + 1] + 1));
    }
    return noise.toString();
  }

  private static String first(String question) {
    return INDEX.search(question).results().getFirst().entitlement().value();
  }
}
