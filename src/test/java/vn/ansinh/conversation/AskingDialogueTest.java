package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Message;
import vn.ansinh.inbox.Asked;
import vn.ansinh.inbox.Exchange;
import vn.ansinh.knowledge.Facet;

/// Asking the officers, as the dialogue decides it. It is ten o'clock on a Monday.
class AskingDialogueTest {
  private static final Exchange EXCHANGE = new Exchange(7, "tiền *già*", "Năm trăm nghìn.");
  private static final String OPEN = "o:e:sp-social-pension:amount";

  private final Dialogue answering =
      DialogueFixture.dialogue(_ -> DialogueFixture.confident(Facet.AMOUNT));
  private final Dialogue refusing = DialogueFixture.dialogue(_ -> DialogueFixture.nothing(false));

  private Dialogue dialogue = answering;
  private Asked asked = new Asked(EXCHANGE, null);
  private boolean inGroup;
  private boolean mayBeWrittenTo = true;
  private Instant now = DialogueFixture.NOW;
  private State state = State.NEW;
  private Turn last = answering.apology(State.NEW);

  private void hear(Content content) {
    Citizen citizen =
        new Citizen(true, mayBeWrittenTo, inGroup, () -> Held.NOTHING, () -> asked, null);
    LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
    last =
        dialogue.turn(
            State.ofJson(state.toJson()), new Dialogue.Said(content, today, now, citizen));
    state = last.next();
  }

  private void say(String text) {
    hear(new Content.Text(text));
  }

  private void tap(String data) {
    hear(new Content.Tapped(data));
  }

  private Message message() {
    return Objects.requireNonNull(last.reply());
  }

  private String said() {
    return message().text().plain();
  }

  private List<String> data() {
    return message().choices().stream().map(Choice::data).toList();
  }

  private Act.@Nullable Ask handedOver() {
    return last.acts().stream()
        .filter(Act.Ask.class::isInstance)
        .map(Act.Ask.class::cast)
        .findFirst()
        .orElse(null);
  }

  private Act.Ask ask() {
    return Objects.requireNonNull(handedOver());
  }

  @Test
  void answersAndRefusalsOfferItLastAndNothingElseDoes() {
    say("tiền già bao nhiêu");
    assertThat(data().getLast()).isEqualTo(OPEN);
    tap("e:plan-II.2:overview");
    assertThat(data().getLast()).isEqualTo("o:e:plan-II.2:overview");
    say("xin chào");
    assertThat(data()).noneMatch(each -> each.startsWith("o"));
    state = State.NEW;
    dialogue = refusing;
    say("nuôi chó cần gì");
    assertThat(data().getLast()).isEqualTo("o");
  }

  @Test
  void anAmbiguousQuestionIsAskedBackWithoutIt() {
    dialogue = DialogueFixture.dialogue(_ -> DialogueFixture.ambiguous());
    say("tiền");
    assertThat(data()).noneMatch(each -> each.startsWith("o"));
  }

  @Test
  void inAGroupItIsNotOfferedAndLeadsToAPrivateChat() {
    inGroup = true;
    say("tiền già bao nhiêu");
    assertThat(data()).noneMatch(each -> each.startsWith("o"));
    say("cho tôi gặp cán bộ");
    assertThat(said()).isEqualTo("inbox-in-private");
    tap(OPEN);
    assertThat(said()).isEqualTo("inbox-in-private");
    assertThat(last.acts()).isEmpty();
  }

  @Test
  void nothingIsHandedOverBeforeItIsConfirmed() {
    tap(OPEN);
    assertThat(said()).isEqualTo("inbox-confirm");
    assertThat(data()).containsExactly("o:s:7", "o:c:7:" + now.getEpochSecond());
    assertThat(last.acts()).isEmpty();
    tap("o:s:7");
    assertThat(ask().delivery()).isEqualTo(7);
    assertThat(ask().words()).isEmpty();
    // One day of work from Monday at ten.
    assertThat(ask().promise().answer()).isEqualTo(now.plus(Duration.ofDays(1)));
    assertThat(data()).containsExactly("o:w");
  }

  @Test
  void aLineThatIsTypedGoesWithIt() {
    tap(OPEN);
    say("nhà tôi ở hẻm 12");
    assertThat(ask().delivery()).isEqualTo(7);
    assertThat(ask().words()).isEqualTo("nhà tôi ở hẻm 12");
    say("thế bao giờ có tiền");
    assertThat(handedOver()).isNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gửi", "gửi đi", "đồng ý", "ok", "1"})
  void itIsConfirmedByWordsToo(String words) {
    tap(OPEN);
    say(words);
    assertThat(ask().words()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"thôi", "không", "hủy"})
  void itIsCancelledByWordsToo(String words) {
    tap(OPEN);
    say(words);
    assertThat(said()).isEqualTo("inbox-nothing-sent");
    assertThat(last.acts()).isEmpty();
    say("tiền già bao nhiêu");
    assertThat(handedOver()).isNull();
  }

  @Test
  void afterHalfAnHourWhatIsTypedIsAQuestionAgain() {
    tap(OPEN);
    now = now.plus(Duration.ofMinutes(30));
    say("nhà tôi ở hẻm 12");
    assertThat(handedOver()).isNull();
    assertThat(last.finding()).isNotNull();
  }

  @Test
  void anEmergencyIsHeardBeforeAnythingElse() {
    tap(OPEN);
    say("mẹ tôi bất tỉnh");
    assertThat(said()).startsWith("emergency-115");
    assertThat(handedOver()).isNull();
    assertThat(data()).noneMatch(each -> each.startsWith("o"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hỏi cán bộ",
        "Cho tôi gặp cán bộ",
        "cho toi gap can bo phuong voi a",
        "cho em nói chuyện với cán bộ ạ",
        "tôi muốn gặp người thật",
        "chuyển câu hỏi cho cán bộ giúp"
      })
  void itIsAskedForByWords(String words) {
    say(words);
    assertThat(said()).isEqualTo("inbox-confirm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gặp cán bộ nào",
        "cán bộ không nhận đơn thì có kiện được không",
        "hỏi cán bộ hộ tịch ở đâu",
        "lương cán bộ hưu trí"
      })
  void aQuestionAboutOfficersIsAQuestion(String words) {
    say(words);
    assertThat(last.finding()).isNotNull();
  }

  @Test
  void withoutAnythingAskedBeforeTheWordsAreAskedFor() {
    asked = Asked.NOTHING;
    say("hỏi cán bộ");
    assertThat(said()).isEqualTo("inbox-write");
    assertThat(data()).containsExactly("o:c:0:" + now.getEpochSecond());
    say("ok");
    assertThat(ask().words()).isEqualTo("ok");
  }

  @Test
  void aSecondQuestionSaysThatItJoinsAndKeepsWhatWasPromised() {
    Instant promised = now.plus(Duration.ofHours(3));
    asked = new Asked(EXCHANGE, new Asked.Open(3, promised));
    tap(OPEN);
    assertThat(said()).contains("inbox-joins");
    tap("o:s:7");
    assertThat(said()).isEqualTo("inbox-sent-more");
  }

  @Test
  void aButtonWhoseAnswerIsGoneHandsNothingOverAndAsksForWords() {
    asked = Asked.NOTHING;
    tap("o:s:7");
    assertThat(said()).isEqualTo("inbox-write");
    assertThat(last.acts()).isEmpty();
  }

  @Test
  void anAnswerThatIsClearEndsNoQuestionThatStillWaits() {
    asked = new Asked(null, new Asked.Open(3, now));
    tap("o:k");
    assertThat(said()).isEqualTo("inbox-clear");
    assertThat(last.acts()).isEmpty();
  }

  @Test
  void onThePageItIsSaidWhereTheAnswerWillBe() {
    mayBeWrittenTo = false;
    tap("o:s:7");
    assertThat(said()).contains("inbox-sent", "inbox-sent-web");
  }

  @Test
  void aQuestionIsTakenBackOrUnderstoodOnlyWhileItIsOpen() {
    tap("o:w");
    assertThat(said()).isEqualTo("inbox-none-open");
    assertThat(last.acts()).isEmpty();
    asked = new Asked(null, new Asked.Open(3, null));
    tap("o:w");
    assertThat(said()).isEqualTo("inbox-withdrawn");
    assertThat(last.acts()).containsExactly(new Act.EndCase());
    tap("o:k");
    assertThat(said()).isEqualTo("inbox-clear");
    assertThat(last.acts()).containsExactly(new Act.EndCase());
    tap("o:m");
    assertThat(said()).startsWith("inbox-write");
  }

  @Test
  void whoCannotBeAnsweredLaterIsOfferedNothing() {
    Turn turn = answering.turn(State.NEW, DialogueFixture.said("tiền già bao nhiêu"));
    assertThat(Objects.requireNonNull(turn.reply()).choices())
        .noneMatch(each -> each.data().startsWith("o"));
    assertThat(answering.turn(State.NEW, DialogueFixture.said("hỏi cán bộ")).finding()).isNotNull();
  }
}
