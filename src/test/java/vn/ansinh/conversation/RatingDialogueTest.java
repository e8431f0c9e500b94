package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.conversation.DialogueFixture.PENSION;
import static vn.ansinh.conversation.DialogueFixture.ambiguous;
import static vn.ansinh.conversation.DialogueFixture.confident;
import static vn.ansinh.conversation.DialogueFixture.dialogue;
import static vn.ansinh.conversation.DialogueFixture.nothing;
import static vn.ansinh.conversation.DialogueFixture.said;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.rating.Mark;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.MessageJson;
import vn.ansinh.delivery.Reaction;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.Finding;

/// 👍 and 👎: where they are offered, and what a tap on them says.
class RatingDialogueTest {
  private static Message reply(Turn turn) {
    return Objects.requireNonNull(turn.reply());
  }

  private static Turn tap(Turn before, String data) {
    return dialogue(_ -> nothing(true)).turn(before.next(), said(new Content.Tapped(data)));
  }

  private static Turn answered() {
    return dialogue(_ -> confident(Facet.AMOUNT)).turn(State.NEW, said("tien gia bao nhieu"));
  }

  @Test
  void anAnswerBearsBothSignsAndNoneOfThemIsAChoice() {
    Message answer = reply(answered());
    assertThat(answer.reactions())
        .containsExactly(
            new Reaction(Reaction.Sign.UP, "button-helpful", "k:+:sp-social-pension:amount"),
            new Reaction(Reaction.Sign.DOWN, "button-unhelpful", "k:-:sp-social-pension:amount"));
    assertThat(answer.choices()).extracting(Choice::data).noneMatch(data -> data.startsWith("k:"));
    assertThat(MessageJson.decode(MessageJson.encode(answer))).isEqualTo(answer);
  }

  @Test
  void aSideOfWhichNothingIsKnownIsRatedAsTheSideAskedAbout() {
    Turn turn = dialogue(_ -> confident(Facet.DOCUMENTS)).turn(State.NEW, said("tien gia giay gi"));
    assertThat(reply(turn).reactions())
        .extracting(Reaction::data)
        .containsExactly("k:+:sp-social-pension:documents", "k:-:sp-social-pension:documents");
  }

  private static @Nullable Rating rating(Turn turn) {
    return turn.acts().stream()
        .map(act -> act instanceof Act.Rate(var rating) ? rating : null)
        .findFirst()
        .orElse(null);
  }

  @Test
  void aTappedSideIsAnAnswerToo() {
    assertThat(reply(tap(answered(), "e:plan-II.2:overview")).reactions()).hasSize(2);
  }

  static Stream<Turn> whatIsNoAnswer() {
    Finding sure = confident(Facet.AMOUNT);
    return Stream.of(
        dialogue(_ -> ambiguous()).turn(State.NEW, said("trợ cấp")),
        dialogue(_ -> nothing(false)).turn(State.NEW, said("mai có mưa không")),
        dialogue(_ -> sure).turn(State.NEW, said("xin chào")),
        dialogue(_ -> sure).turn(State.NEW, said("cảm ơn")),
        dialogue(_ -> sure).turn(State.NEW, said("bà bất tỉnh, tiền già bao nhiêu")),
        dialogue(_ -> sure).turn(State.NEW, said(new Content.Topics())),
        dialogue(_ -> sure).turn(State.NEW, said(new Content.Help())),
        dialogue(_ -> sure).turn(State.NEW, said(new Content.Start(""))),
        dialogue(_ -> sure).turn(State.NEW, said(new Content.Unsupported())),
        tap(answered(), "t:elderly"),
        tap(answered(), "k:+:sp-social-pension:amount"),
        tap(answered(), "k:-:sp-social-pension:amount"));
  }

  @ParameterizedTest
  @MethodSource
  void whatIsNoAnswer(Turn turn) {
    assertThat(reply(turn).reactions()).isEmpty();
  }

  @Test
  void aThumbUpIsThankedForShortly() {
    Turn turn = tap(answered(), "k:+:sp-social-pension:amount");
    assertThat(rating(turn)).isEqualTo(new Rating(PENSION, Facet.AMOUNT, Mark.HELPFUL));
    assertThat(reply(turn).text().plain()).isEqualTo("rated-helpful");
    assertThat(reply(turn).choices()).isEmpty();
  }

  @Test
  void aThumbDownAsksWhyAndTheReasonIsThankedForWithWhomToAsk() {
    Turn down = tap(answered(), "k:-:sp-social-pension:amount");
    assertThat(rating(down)).isEqualTo(new Rating(PENSION, Facet.AMOUNT, Mark.UNHELPFUL));
    assertThat(reply(down).text().plain()).isEqualTo("rated-unhelpful");
    assertThat(reply(down).choices())
        .extracting(Choice::label)
        .containsExactly("button-wrong", "button-off-question", "button-unclear");
    for (int i = 0; i < 3; i++) {
      Turn why = tap(down, reply(down).choices().get(i).data());
      assertThat(rating(why)).isEqualTo(new Rating(PENSION, Facet.AMOUNT, Mark.REASONS.get(i)));
      assertThat(reply(why).text().plain()).isEqualTo("rated-why");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"+", "-", "w"})
  void afterARatingTheConversationGoesOnWhereItWas(String mark) {
    Turn answer = answered();
    Turn rated = tap(answer, "k:" + mark + ":plan-II.2:overview");
    assertThat(rated.next().offered()).isEqualTo(answer.next().offered());
    Turn next = dialogue(_ -> nothing(true)).turn(rated.next(), said("thế ai được hưởng"));
    assertThat(reply(next).text().plain()).contains("Người từ bảy mươi lăm.");
    assertThat(rating(next)).isNull();
  }

  @Test
  void aClarifyingQuestionIsStillAnsweredAfterAnOldAnswerWasRated() {
    Turn asked = dialogue(_ -> ambiguous()).turn(State.NEW, said("trợ cấp"));
    Turn rated = tap(asked, "k:+:sp-social-pension:amount");
    Turn chosen = dialogue(_ -> nothing(false)).turn(rated.next(), said("cái thứ hai"));
    assertThat(reply(chosen).text().plain()).contains("Tiền lo tang.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "k",
        "k:+",
        "k:+:sp-social-pension",
        "k:?:sp-social-pension:amount",
        "k:+:gone:amount",
        "k:+:<b>:amount",
        "k:+:sp-social-pension:colour",
        "k:+:sp-social-pension:amount:x"
      })
  void dataThatRatesNothingIsAnsweredPolitelyAndNotTakenForARating(String data) {
    Turn turn = tap(answered(), data);
    assertThat(reply(turn).text().plain()).isEqualTo("old-button");
    assertThat(rating(turn)).isNull();
  }

  @Test
  void whatAButtonCarriesIsReadBackAndFits() {
    EntitlementId longest = new EntitlementId("a".repeat(40));
    for (Mark mark : Mark.values()) {
      for (Facet facet : Facet.values()) {
        Rating rating = new Rating(longest, facet, mark);
        assertThat(Rating.parse(rating.data())).contains(rating);
        assertThat(rating.data().length()).isLessThanOrEqualTo(54);
      }
    }
    assertThat(Arrays.stream(Mark.values()).map(Mark::key)).doesNotHaveDuplicates();
  }

  @Test
  void theHistoryShowsWordsForASign() {
    assertThat(
            dialogue(_ -> nothing(false)).words(new Content.Tapped("k:-:sp-social-pension:amount")))
        .isEqualTo("button-unhelpful");
  }

  @Test
  void twoAnswersInOneMessageAreRatedByTheLast() {
    Answers.Answer first = new Answers.Answer(reply(answered()), List.of());
    Answers.Answer second =
        new Answers.Answer(reply(tap(answered(), "e:plan-II.2:overview")), List.of());
    assertThat(Answers.joined(first, second).message().reactions())
        .isEqualTo(second.message().reactions());
  }
}
