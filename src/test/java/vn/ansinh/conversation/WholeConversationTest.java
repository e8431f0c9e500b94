package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.search.Finding;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;

/// How a conversation goes on, with the real knowledge base.
class WholeConversationTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private static Dialogue dialogue;

  @BeforeAll
  static void load() {
    Loaded loaded =
        KnowledgeFiles.load(Path.of("knowledge-base"), Clock.fixed(NOW, VietnamTime.ZONE));
    KnowledgeBase base = ((Loaded.Good) loaded).base();
    dialogue =
        new Dialogue(
            base,
            Search.of(SearchIndex.of(base, SearchSettings.DEFAULT)),
            Desk.withoutDays(base),
            1000);
  }

  private static Turn turn(State state, String text, Instant now) {
    return dialogue.turn(
        state,
        new Dialogue.Said(
            new Inbound.Content.Text(text), NOW.atZone(VietnamTime.ZONE).toLocalDate(), now));
  }

  /// The turns of messages said one after the other.
  private static List<Turn> talk(String... messages) {
    List<Turn> turns = new ArrayList<>();
    State state = State.NEW;
    for (String message : messages) {
      turns.add(turn(state, message, NOW));
      state = turns.getLast().next();
    }
    return turns;
  }

  private static String about(Turn turn) {
    return Objects.requireNonNull(turn.next().subject()).value();
  }

  private static String plain(Turn turn) {
    return Objects.requireNonNull(turn.reply()).text().plain();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          tiền già bao nhiêu; thế hồ sơ thì sao|sp-social-pension
          tiền già bao nhiêu; nộp ở đâu; bao lâu có tiền|sp-social-pension
          bảo hiểm y tế hộ gia đình bao nhiêu; còn người thứ hai trong nhà thì mấy|hi-household
          tien gia bao nhieu; the ho so thi sao; hoc phi cap hai co phai dong khong|edu-tuition-free
          học phí cấp hai có phải đóng không; tiền già bao nhiêu; nộp ở đâu|sp-social-pension
          tiền già bao nhiêu; không, ý tôi là trợ cấp khuyết tật|sa-disability-allowance
          trợ cấp khuyết tật bao nhiêu; à nhầm, tôi hỏi hồ sơ cơ|sa-disability-allowance
          học phí cấp hai có phải đóng không; không phải, tôi hỏi tiền già|sp-social-pension
          tiền già bao nhiêu; tiêm sởi cho bé 9 tháng ở đâu|health-immunization
          làm thẻ bảo hiểm y tế cho bé mới sinh ở đâu; tiền già thì bao nhiêu|sp-social-pension
          làm thẻ bảo hiểm y tế cho bé mới sinh ở đâu; tiền già|sp-social-pension
          bảo hiểm y tế hộ gia đình bao nhiêu; thế còn hộ cận nghèo?; mua ở đâu|hi-near-poor
          """)
  void theSubjectIsKeptUntilAnotherIsNamed(String messages, String subject) {
    assertThat(about(talk(messages.split("; ")).getLast())).isEqualTo(subject);
  }

  @Test
  void anotherCaseIsAskedAboutFromTheSameSide() {
    assertThat(facet("bảo hiểm y tế hộ gia đình bao nhiêu", "còn người thứ hai trong nhà thì mấy"))
        .isEqualTo(Facet.AMOUNT);
    assertThat(facet("bảo hiểm y tế hộ gia đình bao nhiêu", "thế còn hộ cận nghèo?"))
        .isEqualTo(Facet.AMOUNT);
    assertThat(facet("tiền già nộp ở đâu", "còn bố tôi 70 tuổi thì sao")).isEqualTo(Facet.WHO);
    assertThat(facet("tiền già bao nhiêu", "thế hồ sơ thì sao")).isEqualTo(Facet.DOCUMENTS);
  }

  private static Facet facet(String... messages) {
    return Objects.requireNonNull(talk(messages).getLast().finding()).asked().facet();
  }

  @Test
  void afterHalfAnHourTheSubjectIsForgotten() {
    State state = talk("tiền già bao nhiêu").getFirst().next();
    Turn soon = turn(state, "thế hồ sơ thì sao", NOW.plus(Duration.ofMinutes(29)));
    assertThat(about(soon)).isEqualTo("sp-social-pension");
    Turn late = turn(state, "thế hồ sơ thì sao", NOW.plus(Duration.ofMinutes(31)));
    assertThat(late.finding()).isInstanceOf(Finding.Nothing.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mẹ tôi 76 tuổi có được tiền già không và thẻ bhyt của cháu bé đăng ký ở đâu|\
          sp-social-pension|hi-child-under-6
          me toi 76 tuoi co duoc tien gia khong va lam the bao hiem y te cho be moi sinh o dau|\
          sp-social-pension|hi-child-under-6
          học phí cấp hai có phải đóng không, còn tiêm sởi cho bé 9 tháng thì ở đâu|\
          edu-tuition-free|health-immunization
          """)
  void twoQuestionsGetTwoAnswersInTheOrderAsked(String message, String first, String second) {
    Turn turn = talk(message).getFirst();
    Finding finding = Objects.requireNonNull(turn.finding());
    assertThat(finding).isInstanceOf(Finding.Confident.class);
    assertThat(finding.results().subList(0, 2))
        .extracting(hit -> hit.entitlement().value())
        .containsExactly(first, second);
    assertThat(about(turn)).isEqualTo(second);
    assertThat(turn.sources()).hasSizeGreaterThan(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "trợ cấp khuyết tật cần giấy tờ gì và nộp ở đâu",
        "giấy tờ gì và nộp ở đâu để xin trợ cấp khuyết tật",
        "tro cap khuyet tat can giay to gi, nop o dau"
      })
  void twoSidesOfOneEntryAreGivenInOneAnswer(String message) {
    Turn turn = talk(message).getFirst();
    assertThat(about(turn)).isEqualTo("sa-disability-allowance");
    assertThat(plain(turn)).containsOnlyOnce("Trợ cấp hằng tháng cho người khuyết tật");
    assertThat(Objects.requireNonNull(turn.reply()).choices())
        .extracting(choice -> choice.label())
        .doesNotContain("Giấy tờ", "Nơi nộp")
        .contains("Mức hưởng");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          con em 7 tuổi đã có giấy xác nhận đặc biệt nặng, mỗi tháng được bao nhiêu ạ|AMOUNT
          con em 7 tuoi da co giay xac nhan dac biet nang, moi thang duoc bao nhieu a|AMOUNT
          trợ cấp khuyết tật cần giấy tờ gì và nộp ở đâu|DOCUMENTS
          """)
  void whatOnlyTellsOfSomebodyDoesNotComeFirst(String message, Facet first) {
    assertThat(facet(message)).isEqualTo(first);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "bố tôi và mẹ tôi đều 80 tuổi thì được bao nhiêu",
        "tôi bị khuyết tật và không có lương hưu thì được hưởng gì",
        "nhà tôi nghèo và có hai con đang đi học thì được hỗ trợ gì",
        "cháu mồ côi cả cha và mẹ được bao nhiêu"
      })
  void oneQuestionIsNotTakenForTwo(String message) {
    Turn turn = talk(message).getFirst();
    Finding finding = Objects.requireNonNull(turn.finding());
    assertThat(finding.asked().question()).isEqualTo(message);
    assertThat(turn.sources()).hasSizeLessThanOrEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"trợ cấp", "tro cap", "mai táng phí", "mai tang phi bao nhieu", "bảo hiểm"})
  void aWordThatMayMeanMuchGetsOneQuestionWithTwoOrThreeButtons(String message) {
    Turn turn = talk(message).getFirst();
    assertThat(turn.finding()).isInstanceOf(Finding.Ambiguous.class);
    assertThat(Objects.requireNonNull(turn.reply()).choices()).hasSizeBetween(2, 3);
  }

  @Test
  void aClarifyingQuestionIsAnsweredByNumberOrWordsAndASideIsTheLikeliestOnes() {
    Turn asked = talk("mai táng phí").getFirst();
    List<String> offered =
        asked.next().offered().stream().map(choice -> choice.data().split(":")[1]).toList();
    for (String way : List.of("2", "cái thứ hai", "số 2 ạ")) {
      assertThat(about(turn(asked.next(), way, NOW))).as(way).isEqualTo(offered.get(1));
    }
    assertThat(about(turn(asked.next(), "người có công", NOW))).isEqualTo("merit-funeral");
    assertThat(about(turn(asked.next(), "nộp ở đâu", NOW))).isEqualTo(offered.getFirst());
    assertThat(about(turn(asked.next(), "học phí cấp hai có phải đóng không", NOW)))
        .isEqualTo("edu-tuition-free");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          không có lương hưu thì được gì|sp-social-pension
          khong co luong huu|sp-social-pension
          bà em 76 tuổi ko lương hưu có được hưởng gì không|sp-social-pension
          tôi không phải hộ nghèo thì mua bảo hiểm y tế bao nhiêu|hi-household
          nhà tôi không thuộc hộ nghèo, con đi học có được miễn học phí không|edu-tuition-free
          """)
  void whatSomebodyHasNotIsNotWhatTheyAskAbout(String message, String entry) {
    assertThat(about(talk(message).getFirst())).isEqualTo(entry);
  }

  @Test
  void neverAreTwoClarifyingQuestionsAskedInARow() {
    List<String> sayings =
        Arrays.asList(
            "trợ cấp",
            "mai táng phí",
            "bảo hiểm",
            "khuyết tật",
            "hộ nghèo",
            "nộp ở đâu",
            "bao nhiêu",
            "không phải",
            "không, ý tôi là bảo hiểm",
            "2",
            "cảm ơn",
            "vay vốn",
            "thế còn hộ cận nghèo?",
            "tiền già bao nhiêu",
            "tiền trợ cấp và bảo hiểm",
            "giá vàng");
    Random random = new Random(7);
    for (int i = 0; i < 100; i++) {
      State state = State.NEW;
      boolean asked = false;
      for (int j = 0; j < 12; j++) {
        String saying = sayings.get(random.nextInt(sayings.size()));
        Turn turn = turn(state, saying, NOW);
        boolean asks = turn.next().clarified();
        assertThat(asked && asks).as(saying).isFalse();
        asked = asks;
        state = turn.next();
      }
    }
  }
}
