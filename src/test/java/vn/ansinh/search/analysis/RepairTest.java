package vn.ansinh.search.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {
  private static final List<String> TEXTS =
      List.of(
          "bảo hiểm y tế hộ gia đình",
          "thẻ bảo hiểm y tế hết hạn thì gia hạn ở đâu",
          "bảo hiểm xã hội tự nguyện được hỗ trợ bao nhiêu",
          "trợ cấp hưu trí xã hội cho người cao tuổi",
          "hồ sơ xin trợ cấp gồm những gì",
          "học sinh tiểu học đóng bảo hiểm y tế",
          "người lao động được trợ cấp thất nghiệp như thế nào",
          "lấy đường nào, con đường này");
  private static final Map<String, List<String>> ABBREVIATIONS =
      Map.of(
          "bhyt", List.of("bảo hiểm y tế"),
          "hs", List.of("học sinh", "hồ sơ"),
          "tn", List.of("thất nghiệp", "tự nguyện", "thế nào"),
          "dc", List.of("được"),
          "tr", List.of("triệu"),
          "đk", List.of("đăng ký"));

  private final Repair repair = repair();

  @ParameterizedTest
  @CsvSource({
    "bhyt hết hạn, bảo hiểm y tế hết hạn",
    "hs tiểu học, học sinh tiểu học",
    "hs xin trợ cấp, hồ sơ xin trợ cấp",
    "bảo hiểm xã hội tn, bảo hiểm xã hội tự nguyện",
    "trợ cấp tn, trợ cấp thất nghiệp",
    "dk ở đâu, đăng ký ở đâu",
    "lương 24tr, lương 24 triệu"
  })
  void abbreviationsAreReadByTheirNeighbours(String typed, String meant) {
    assertThat(repaired(typed)).isEqualTo(meant.replace("ký", "kí"));
  }

  @ParameterizedTest
  @CsvSource({
    "bảo hỉem y tế, bao hiem y te",
    "trợ cáp hưu trí, tro cap huu tri",
    "thất nghệp, that nghiep",
    "người lao độngg, nguoi lao dong",
    "hưu trsi xã hội, huu tri xa hoi"
  })
  void typingErrorsAreRepairedByTheirNeighbours(String typed, String folded) {
    assertThat(Spelling.fold(repaired(typed))).isEqualTo(folded);
  }

  @ParameterizedTest
  @CsvSource({
    "baor hieemr y tees, bảo hiểm y tế",
    "dduwowcj hoox trowj, được hỗ trợ",
    "dduwocj, được",
    "ba3o hie6m3, bảo hiểm"
  })
  void keysOfAnIdleKeyboardLayoutAreRead(String typed, String meant) {
    assertThat(repaired(typed)).isEqualTo(meant);
  }

  @Test
  void marksAreRestoredWhenNoneWereTyped() {
    assertThat(repaired("the bao hiem y te het han thi gia han o dau"))
        .isEqualTo("thẻ bảo hiểm y tế hết hạn thì gia hạn ở đâu");
  }

  @ParameterizedTest
  @CsvSource({
    "thẻ bao hiểm y te hết han thì gia han ở đâu, thẻ bảo hiểm y tế hết hạn thì gia hạn ở đâu",
    "được hỗ trợ bao nhiêu, được hỗ trợ bao nhiêu",
    "lấy thẻ bảo hiểm xã hội con đường nào, lấy thẻ bảo hiểm xã hội con đường nào"
  })
  void halfMarkedTextGetsTheOtherMarksAndMarkedTextKeepsItsBareWords(String typed, String meant) {
    assertThat(repaired(typed)).isEqualTo(meant);
  }

  @Test
  void aNumberSpeaksForEveryOtherNumber() {
    assertThat(
            repairedAfter("cháu 6 tháng, đi thẳng đường, lối thẳng, thẳng hàng", "chau 17 thang"))
        .isEqualTo("cháu 17 tháng");
  }

  @Test
  void wordsThatBeginOrEndASentenceAreReadSo() {
    assertThat(repairedAfter("cũ lắm, cũ mèm, nhà cũ nát, mời cụ, đưa cụ", "moi cu"))
        .isEqualTo("mời cụ");
    assertThat(repairedAfter("cụ ạ, cụ ơi, nhà cũ lắm, nhà cũ nát, áo cũ mèm", "cu"))
        .isEqualTo("cụ");
  }

  private static String repairedAfter(String texts, String typed) {
    Vocabulary vocabulary = new Vocabulary();
    List.of(texts.split(", ", -1)).forEach(text -> vocabulary.add(Syllables.of(text)));
    return new Repair(vocabulary, new Abbreviations(Map.of()))
        .repair(Syllables.of(typed)).stream()
            .map(Syllable::marked)
            .collect(Collectors.joining(" "));
  }

  @Test
  void theMostFrequentSpellingIsRestoredHoweverLateItWasMet() {
    Vocabulary vocabulary = new Vocabulary();
    vocabulary.add(Syllables.of("má mà mả mã mạ mâ mấ mầ mẩ mẫ mậ mắ"));
    for (int i = 0; i < 5; i++) {
      vocabulary.add(Syllables.of("mặ"));
    }
    assertThat(
            new Repair(vocabulary, new Abbreviations(Map.of()))
                .repair(Syllables.of("ma")).stream().map(Syllable::marked))
        .containsExactly("mặ");
  }

  @Test
  void everySpellingIsAsLikelyAsItsNeighboursMakeIt() {
    // thẻ and thế: alone each may be meant, before "bảo hiểm" only one.
    assertThat(repair.spelled(Syllables.of("the")).getFirst().spellings())
        .extracting(each -> each.word().marked())
        .containsExactlyInAnyOrder("thẻ", "thế");
    assertThat(repair.spelled(Syllables.of("the bao")).getFirst().spellings().getFirst())
        .satisfies(
            likely -> {
              assertThat(likely.word().marked()).isEqualTo("thẻ");
              assertThat(likely.chance()).isGreaterThan(0.9).isLessThanOrEqualTo(1);
            });
  }

  @Test
  void aMarkedWordHasOneSpelling() {
    assertThat(repair.spelled(Syllables.of("thẻ bảo hiểm")))
        .allSatisfy(
            word ->
                assertThat(word.spellings())
                    .containsExactly(new Repair.Spelled.Likely(word.word(), 1)));
  }

  @Test
  void whatBecameOfEachWordIsToldStepByStep() {
    List<Reading> readings = Reading.of(Syllables.of("bhyt 24tr hett han"), repair);
    assertThat(
            readings.stream()
                .map(each -> each.typed() + each.word().marked() + each.changes())
                .collect(Collectors.joining(" ")))
        .isEqualTo(
            "0bảo[ABBREVIATION] 0hiểm[ABBREVIATION] 0y[ABBREVIATION] 0tế[ABBREVIATION] 124[SPLIT]"
                + " 1triệu[SPLIT, ABBREVIATION] 2hết[TYPO, MARKS] 3hạn[MARKS]");
  }

  @Test
  void aNumberWithALetterForYearsIsAnAge() {
    assertThat(repaired("mẹ 76t, lương 24tr")).isEqualTo("mẹ 76 tuổi lương 24 triệu");
  }

  @Test
  void markedWordsStayAsTyped() {
    assertThat(repaired("con đường này tên gì")).isEqualTo("con đường này tên gì");
  }

  @Test
  void wordsOfAnotherSubjectAreLeftAlone() {
    assertThat(repaired("con mèo kêu ngoài vườn")).isEqualTo("con mèo kêu ngoài vườn");
  }

  private String repaired(String typed) {
    return repair.repair(Syllables.of(typed)).stream()
        .map(Syllable::marked)
        .collect(Collectors.joining(" "));
  }

  private static Repair repair() {
    Vocabulary vocabulary = new Vocabulary();
    for (String text : TEXTS) {
      vocabulary.add(Syllables.of(text));
      vocabulary.add(Syllables.of(text));
    }
    return new Repair(vocabulary, new Abbreviations(ABBREVIATIONS));
  }
}
