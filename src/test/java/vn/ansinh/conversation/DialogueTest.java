package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.conversation.DialogueFixture.CHANGED;
import static vn.ansinh.conversation.DialogueFixture.FUNERAL;
import static vn.ansinh.conversation.DialogueFixture.NEW_LAW;
import static vn.ansinh.conversation.DialogueFixture.NOW;
import static vn.ansinh.conversation.DialogueFixture.PENSION;
import static vn.ansinh.conversation.DialogueFixture.TODAY;
import static vn.ansinh.conversation.DialogueFixture.ambiguous;
import static vn.ansinh.conversation.DialogueFixture.confident;
import static vn.ansinh.conversation.DialogueFixture.dialogue;
import static vn.ansinh.conversation.DialogueFixture.nothing;
import static vn.ansinh.conversation.DialogueFixture.said;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.Finding;

class DialogueTest {
  private static String plain(Turn turn) {
    return reply(turn).text().plain();
  }

  private static Message reply(Turn turn) {
    return Objects.requireNonNull(turn.reply());
  }

  private static List<String> labels(Turn turn) {
    return reply(turn).choices().stream().map(Choice::label).toList();
  }

  @Test
  void theSideAskedForComesFirstThenWhoGetsItThenTheLaw() {
    Turn turn = dialogue(_ -> confident(Facet.AMOUNT)).turn(State.NEW, said("tien gia bao nhieu"));
    assertThat(plain(turn))
        .containsSubsequence(
            "Hưu trí xã hội", "Năm trăm bốn mươi nghìn.", "Người từ bảy mươi lăm.", "sources")
        .doesNotContain("Chi tiết về người");
    assertThat(turn.sources()).hasSize(1);
  }

  @Test
  void theOtherSidesAndRelatedEntriesAreOffered() {
    Turn turn = dialogue(_ -> confident(Facet.AMOUNT)).turn(State.NEW, said("tien gia bao nhieu"));
    assertThat(labels(turn))
        .containsExactly("Tóm tắt", "Ai được hưởng", "Thời hạn", "Nhận tiền", "Mai táng phí");
  }

  @Test
  void anUncertainSideSaysThatItIsToBeConfirmed() {
    Turn turn =
        dialogue(_ -> confident(Facet.PAYMENT)).turn(State.NEW, said("bao gio co tien gia"));
    assertThat(plain(turn)).containsSubsequence("Phường báo ngày.", "to-confirm");
  }

  @Test
  void aSideWithoutTextSaysSoAndGivesTheOverview() {
    Turn turn =
        dialogue(_ -> confident(Facet.DOCUMENTS)).turn(State.NEW, said("tien gia can giay gi"));
    assertThat(plain(turn)).containsSubsequence("facet-missing", "Tiền cho người già.");
  }

  @Test
  void aBareFollowUpKeepsTheSubjectForHalfAnHour() {
    Dialogue dialogue = dialogue(_ -> nothing(true));
    State before = State.NEW.spokenOf(PENSION, Facet.OVERVIEW, NOW.minus(Duration.ofMinutes(29)));
    Turn turn = dialogue.turn(before, said("thế ai được hưởng"));
    assertThat(plain(turn)).contains("Người từ bảy mươi lăm.");
    assertThat(turn.finding()).isInstanceOf(Finding.Confident.class);

    State old = State.NEW.spokenOf(PENSION, Facet.OVERVIEW, NOW.minus(Duration.ofMinutes(30)));
    assertThat(plain(dialogue.turn(old, said("thế ai được hưởng")))).isEqualTo("nothing");
  }

  @Test
  void competingEntriesAreAskedAboutOnceAndNeverTwiceInARow() {
    Dialogue dialogue = dialogue(_ -> ambiguous());
    Turn first = dialogue.turn(State.NEW, said("trợ cấp"));
    assertThat(plain(first)).isEqualTo("clarify");
    assertThat(labels(first)).containsExactly("Hưu trí xã hội", "Mai táng phí");

    Turn second = dialogue.turn(first.next(), said("trợ cấp mà"));
    assertThat(plain(second)).contains("Năm trăm bốn mươi nghìn.");
    // It now goes on about what was just spoken of; without that it is asked about again.
    assertThat(plain(dialogue.turn(second.next(), said("trợ cấp")))).contains("Năm trăm");
    assertThat(plain(dialogue.turn(State.NEW, said("trợ cấp")))).isEqualTo("clarify");
  }

  @Test
  void aChoiceIsAnsweredByTapByNumberOrByWords() {
    Dialogue dialogue = dialogue(_ -> ambiguous());
    State asked = dialogue.turn(State.NEW, said("trợ cấp")).next();
    for (Content way :
        List.of(
            new Content.Text("2"),
            new Content.Text("mai tang phi"),
            new Content.Tapped("e:plan-II.2:amount"))) {
      assertThat(plain(dialogue.turn(asked, said(way)))).as("%s", way).contains("Tiền lo tang.");
    }
  }

  @Test
  void aBareCorrectionAsksForTheQuestionAgain() {
    Dialogue dialogue = dialogue(_ -> confident(Facet.AMOUNT));
    State state = dialogue.turn(State.NEW, said("tiền già bao nhiêu")).next();
    assertThat(plain(dialogue.turn(state, said("không phải")))).isEqualTo("misunderstood");
  }

  @Test
  void aClarifyingQuestionIsAnsweredByOrdinalOrByPartOfTheWords() {
    State asked = dialogue(_ -> ambiguous()).turn(State.NEW, said("trợ cấp")).next();
    Dialogue dialogue = dialogue(_ -> nothing(false));
    for (String way : List.of("cái thứ hai", "số 2 ạ", "cái cuối", "mai táng")) {
      assertThat(plain(dialogue.turn(asked, said(way)))).as(way).contains("Tiền lo tang.");
    }
  }

  @Test
  void thanksToWhomeverAreThanks() {
    Dialogue dialogue = dialogue(_ -> confident(Facet.OVERVIEW));
    assertThat(plain(dialogue.turn(State.NEW, said("em cảm ơn bác sĩ")))).isEqualTo("thanks");
    assertThat(plain(dialogue.turn(State.NEW, said("trời ơi cảm ơn")))).isEqualTo("thanks");
  }

  @Test
  void whatIsNotKnownIsSaidAndKept() {
    Turn turn = dialogue(_ -> nothing(false)).turn(State.NEW, said("mai trời có mưa không"));
    assertThat(plain(turn)).isEqualTo("nothing");
    assertThat(turn.unanswered()).isTrue();
    assertThat(labels(turn)).containsExactly("button-topics");
  }

  @Test
  void greetingsAndThanksAreReturnedButNotWhenTheyOnlyBeginAQuestion() {
    Dialogue dialogue = dialogue(_ -> confident(Facet.OVERVIEW));
    assertThat(plain(dialogue.turn(State.NEW, said("xin chào, tiền già"))))
        .contains("Tiền cho người già.");
    assertThat(plain(dialogue.turn(State.NEW, said("Xin chào ạ!")))).isEqualTo("greeting");
    assertThat(plain(dialogue.turn(State.NEW, said("cam on")))).isEqualTo("thanks");
  }

  @Test
  void anInsultIsAnsweredCalmlyAndAQuestionInsideOneStillGetsItsAnswer() {
    assertThat(plain(dialogue(_ -> nothing(false)).turn(State.NEW, said("đồ vô dụng"))))
        .isEqualTo("insult");
    assertThat(
            plain(
                dialogue(_ -> confident(Facet.AMOUNT))
                    .turn(State.NEW, said("đồ vô dụng, tiền già bao nhiêu"))))
        .contains("Năm trăm bốn mươi nghìn.");
  }

  @Test
  void aCryForHelpComesBeforeEverythingElse() {
    assertThat(plain(dialogue(_ -> nothing(false)).turn(State.NEW, said("bố tôi bất tỉnh rồi"))))
        .isEqualTo("emergency-115");
    assertThat(
            plain(
                dialogue(_ -> confident(Facet.AMOUNT))
                    .turn(State.NEW, said("bà bất tỉnh, tiền già bao nhiêu"))))
        .containsSubsequence("emergency-115", "Năm trăm bốn mươi nghìn.");
  }

  @Test
  void topicsLeadToEntriesAndEmptyTopicsAreNotShown() {
    Dialogue dialogue = dialogue(_ -> nothing(false));
    assertThat(labels(dialogue.turn(State.NEW, said(new Content.Topics()))))
        .containsExactly("Người cao tuổi", "Trợ giúp");
    assertThat(labels(dialogue.turn(State.NEW, said(new Content.Tapped("t:elderly")))))
        .containsExactly("Hưu trí xã hội");
  }

  @Test
  void aDeepLinkOpensItsEntryAndAnUnknownOneWelcomes() {
    Dialogue dialogue = dialogue(_ -> nothing(false));
    assertThat(plain(dialogue.turn(State.NEW, said(new Content.Start("plan-II_2")))))
        .contains("Tiền lo tang.");
    for (String payload : List.of("", "x", "<b>", "a".repeat(64))) {
      assertThat(plain(dialogue.turn(State.NEW, said(new Content.Start(payload)))))
          .isEqualTo("welcome");
    }
  }

  @Test
  void dataOfOldOrForeignButtonsIsAnsweredPolitely() {
    Dialogue dialogue = dialogue(_ -> nothing(false));
    for (String data :
        List.of(
            "e:gone:amount",
            "e:sp-social-pension:colour",
            "t:housing",
            "t:x",
            "::",
            "x",
            "e:<b>:who")) {
      assertThat(plain(dialogue.turn(State.NEW, said(new Content.Tapped(data)))))
          .as(data)
          .isEqualTo("old-button");
    }
  }

  @Test
  void badTextGetsAShortSentence() {
    Dialogue dialogue = dialogue(_ -> confident(Facet.OVERVIEW));
    assertThat(plain(dialogue.turn(State.NEW, said("")))).isEqualTo("empty");
    assertThat(plain(dialogue.turn(State.NEW, said("\u0000\u0007 \n")))).isEqualTo("empty");
    assertThat(plain(dialogue.turn(State.NEW, said("😀🎉👍")))).isEqualTo("empty");
    assertThat(plain(dialogue.turn(State.NEW, said("a".repeat(100_000))))).isEqualTo("too-long");
    assertThat(plain(dialogue.turn(State.NEW, said("老年津贴是多少")))).isEqualTo("not-vietnamese");
  }

  @Test
  void aFloodIsToldOnceToSlowDownAndThenNotAnsweredUntilItStops() {
    Dialogue dialogue = dialogue(_ -> confident(Facet.OVERVIEW));
    State state = State.NEW;
    for (int i = 0; i < 20; i++) {
      Turn turn = dialogue.turn(state, said("tiền già"));
      assertThat(plain(turn)).contains("Tiền cho người già.");
      state = turn.next();
    }
    Turn warned = dialogue.turn(state, said("tiền già"));
    assertThat(plain(warned)).isEqualTo("too-fast");
    Turn silent = dialogue.turn(warned.next(), said("tiền già"));
    assertThat(silent.reply()).isNull();

    Instant later = NOW.plusSeconds(10);
    Turn answered =
        dialogue.turn(silent.next(), new Dialogue.Said(new Content.Text("tiền già"), TODAY, later));
    assertThat(plain(answered)).contains("Tiền cho người già.");
  }

  @Test
  void theLawOfAnotherDaySaysWhetherItStillHolds() {
    assertThat(onDay(Facet.AMOUNT, TODAY.minusYears(1)))
        .containsSubsequence("law-same-since", "Năm trăm bốn mươi nghìn.");
    assertThat(onDay(Facet.DEADLINE, CHANGED.minusDays(1)))
        .containsSubsequence("law-changed-since", "Mười ngày.");
    assertThat(onDay(Facet.DEADLINE, CHANGED)).containsSubsequence("law-same-since", "Bảy ngày.");
    assertThat(onDay(Facet.AMOUNT, TODAY.plusDays(1)))
        .containsSubsequence("law-of-another-day", "Năm trăm bốn mươi nghìn.");
  }

  @Test
  void aDayOfWhichNothingIsKnownIsAnsweredWithTodaysLaw() {
    Turn turn =
        dialogue(_ -> confident(Facet.OVERVIEW))
            .turn(
                State.NEW,
                new Dialogue.Said(
                    new Content.Tapped("e:" + NEW_LAW + ":overview"), CHANGED.minusDays(1), NOW));
    assertThat(plain(turn)).containsSubsequence("law-unknown-then", "Khoản mới có.");
    assertThat(turn.sources()).isNotEmpty();
  }

  private static String onDay(Facet facet, LocalDate on) {
    return plain(
        dialogue(_ -> confident(facet))
            .turn(State.NEW, new Dialogue.Said(new Content.Text("tiền già"), on, NOW)));
  }

  @Test
  void theMemoryOfAChatSurvivesItsJsonForm() {
    State state =
        State.NEW
            .spokenOf(FUNERAL, Facet.WHO, NOW)
            .offering(List.of(new Choice("Hai", "e:plan-II.2:who")), true)
            .counting(NOW, Duration.ofSeconds(10));
    assertThat(State.ofJson(state.toJson())).isEqualTo(state);
    assertThat(State.ofJson(State.NEW.toJson())).isEqualTo(State.NEW);
  }
}
