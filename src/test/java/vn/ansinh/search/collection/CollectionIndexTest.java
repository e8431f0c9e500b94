package vn.ansinh.search.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.search.collection.JudgedCollection.Text;
import vn.ansinh.text.Vietnamese;

class CollectionIndexTest {
  private static final Lexicon LEXICON =
      new Lexicon(
          Map.of(
              "bhyt", List.of("bảo hiểm y tế"),
              "hs", List.of("học sinh", "hồ sơ"),
              "ko", List.of("không"),
              "cccd", List.of("căn cước công dân")),
          List.of(),
          List.of(),
          Map.of(),
          Map.of(),
          Map.of(),
          List.of());
  private static final List<Text> TEXTS =
      List.of(
          new Text(
              "road",
              "Quy tắc đi đường",
              "Người đi bộ phải đi trên hè phố, lề đường. Người điều khiển xe phải đi bên phải."),
          new Text(
              "sunflower",
              "Trồng hoa hướng dương",
              "Hoa hướng dương ưa nắng, trồng ở đất thoát nước, tưới vừa phải mỗi ngày."),
          new Text(
              "insurance",
              "Thẻ bảo hiểm y tế",
              "Thẻ bảo hiểm y tế hết hạn thì đóng tiếp ở bưu điện. Không phải nộp hồ sơ."),
          new Text(
              "pupil",
              "BHYT cho học sinh tiểu học",
              "Nhà trường thu tiền đóng của học sinh vào đầu năm học."),
          new Text(
              "identity",
              "Đổi thẻ căn cước công dân",
              "Người đủ 25 tuổi phải đổi thẻ căn cước công dân tại công an phường."),
          new Text(
              "birth",
              "Đăng ký khai sinh",
              "Cha mẹ đăng ký khai sinh cho con trong 60 ngày, không phải nộp lệ phí."),
          new Text("rice", "Gieo lúa", "Lúa gieo vào tháng giêng, phải giữ nước trong ruộng."));

  @AutoClose private final CollectionIndex index = new CollectionIndex(TEXTS, LEXICON);

  @ParameterizedTest
  @CsvSource({
    "thẻ bảo hiểm y tế hết hạn thì đóng tiếp ở đâu, insurance",
    "đi bộ trên đường thế nào, road",
    "trồng hướng dương ở đất nào, sunflower",
    "bao nhiêu tuổi phải đổi thẻ căn cước, identity",
    "học sinh đóng tiền bảo hiểm y tế khi nào, pupil",
    "đăng ký khai sinh cho con, birth"
  })
  void marksAndTheirEncodingDoNotChangeTheFirst(String question, String expected) {
    assertThat(index.search(question).getFirst()).isEqualTo(expected);
    assertThat(index.search(Vietnamese.fold(question)).getFirst()).isEqualTo(expected);
    assertThat(index.search(Normalizer.normalize(question, Normalizer.Form.NFD)))
        .isEqualTo(index.search(question));
  }

  @ParameterizedTest
  @CsvSource({
    "thẻ bhyt hết hạn, thẻ bảo hiểm y tế hết hạn, insurance",
    "đổi cccd, đổi căn cước công dân, identity",
    "hs tiểu học đóng tiền, học sinh tiểu học đóng tiền, pupil",
    "thẻ bảo hiểm có phải nộp hs ko, thẻ bảo hiểm có phải nộp hồ sơ không, insurance"
  })
  void anAbbreviationFindsWhatItStandsFor(String typed, String meant, String expected) {
    assertThat(index.search(typed)).isEqualTo(index.search(meant)).startsWith(expected);
  }

  @ParameterizedTest
  @CsvSource({"thẻ bảo hỉem y tế hết hạn, insurance", "đăng ký khia sinh, birth"})
  void aTypingErrorIsRepaired(String typed, String expected) {
    assertThat(index.search(typed)).startsWith(expected);
  }

  @Test
  void typedMarksComeBeforeOthers() {
    assertThat(index.search("đường")).startsWith("road");
    assertThat(index.search("dương")).startsWith("sunflower");
  }

  @Test
  void aCommonWordCountsOnlyWhenHardlyAnyOtherIsLeft() {
    // "phải" stands in six of seven texts.
    assertThat(index.search("phải gieo lúa")).containsExactly("rice");
    assertThat(index.search("phải lúa")).hasSize(6).startsWith("rice");
    assertThat(index.search("phải")).hasSize(6);
  }

  @Test
  void whatNoTextSaysFindsNothing() {
    assertThat(index.search("xyz")).isEmpty();
    assertThat(index.search("")).isEmpty();
  }

  @Test
  void anEndlessQuestionIsAnswered() {
    assertThat(index.search("đổi thẻ căn cước công dân và trồng lúa. ".repeat(2000))).isNotEmpty();
  }

  @Test
  void equalTextsComeInTheOrderOfTheirIdsHoweverTheyWereGiven() {
    List<Text> equal = new ArrayList<>();
    for (int i = 100; i < 400; i++) {
      equal.add(new Text("t" + i, "Gieo lúa", "Gieo vào tháng giêng. ".repeat(20)));
    }
    List<String> first = equal.subList(0, CollectionIndex.REACH).stream().map(Text::id).toList();
    Collections.reverse(equal);
    try (CollectionIndex index = new CollectionIndex(equal, Lexicon.EMPTY)) {
      assertThat(index.search("gieo lúa tháng giêng")).isEqualTo(first);
    }
  }

  @Test
  void theBestPassageCountsNotTheLongestText() {
    List<Text> texts = new ArrayList<>(TEXTS);
    texts.add(
        new Text("long", "Chuyện làng", "Ngày xưa có một người. Trồng rau, nuôi gà. ".repeat(80)));
    texts.add(
        new Text(
            "deep",
            "Chuyện phố",
            "Ngày xưa có một người. ".repeat(60) + "Thuế đất ở nộp tại chi cục thuế."));
    try (CollectionIndex index = new CollectionIndex(texts, LEXICON)) {
      assertThat(index.search("nộp thuế đất ở")).startsWith("deep");
    }
  }
}
