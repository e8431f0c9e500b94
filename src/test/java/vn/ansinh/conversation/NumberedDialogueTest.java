package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.conversation.DialogueFixture.NOW;
import static vn.ansinh.conversation.DialogueFixture.PENSION;
import static vn.ansinh.conversation.DialogueFixture.ambiguous;
import static vn.ansinh.conversation.DialogueFixture.confident;
import static vn.ansinh.conversation.DialogueFixture.dialogue;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.rating.Mark;
import vn.ansinh.conversation.rating.Rating;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.delivery.Choice;
import vn.ansinh.knowledge.Facet;

/// Where there are no buttons everything that is offered has a number, opinions too.
class NumberedDialogueTest {
  private static final Citizen READER = new Citizen(false, false, false, null, null, null);
  private static final Search CLEAR = _ -> confident(Facet.AMOUNT);

  private static Dialogue.Said said(String text) {
    LocalDate today = LocalDate.ofInstant(NOW, VietnamTime.ZONE);
    return new Dialogue.Said(new Content.Text(text), today, NOW, READER);
  }

  private static Turn say(Search search, State before, String text) {
    return dialogue(search).turn(State.ofJson(before.toJson()), said(text));
  }

  /// Of the choice whose data begins so.
  private static String number(Turn turn, String data) {
    List<Choice> offered = turn.next().offered();
    for (int i = 0; i < offered.size(); i++) {
      if (offered.get(i).data().startsWith(data)) {
        return String.valueOf(i + 1);
      }
    }
    throw new AssertionError(data + " in " + offered);
  }

  @Test
  void anOpinionAndItsReasonAreGivenByNumber() {
    Turn answer = say(CLEAR, State.NEW, "tien gia bao nhieu");
    Turn bad = say(CLEAR, answer.next(), number(answer, "k:-"));
    assertThat(bad.acts())
        .containsExactly(new Act.Rate(new Rating(PENSION, Facet.AMOUNT, Mark.UNHELPFUL)));
    assertThat(bad.next().offered()).isEqualTo(Objects.requireNonNull(bad.reply()).choices());
    Turn why = say(CLEAR, bad.next(), "3");
    assertThat(why.acts())
        .containsExactly(new Act.Rate(new Rating(PENSION, Facet.AMOUNT, Mark.UNCLEAR)));
  }

  @Test
  void aNumberIsKeptInTheHistoryAsTheWordsItStandsFor() {
    Turn asked = say(_ -> ambiguous(), State.NEW, "tiền");
    String second = asked.next().offered().get(1).label();
    assertThat(dialogue(CLEAR).words(asked.next(), said("2"))).isEqualTo(second);
    assertThat(dialogue(CLEAR).words(asked.next(), said("9"))).isEqualTo("9");
    assertThat(dialogue(CLEAR).words(asked.next(), said("tiền già"))).isEqualTo("tiền già");
  }

  @Test
  void afterAMessageThatCameUnaskedTheNumbersAreItsOwn() {
    Turn answer = say(CLEAR, State.NEW, "tien gia bao nhieu");
    State told = answer.next().told(List.of(new Choice("Người cao tuổi", "t:elderly")));
    Turn topic = say(CLEAR, told, "1");
    assertThat(topic.next().offered())
        .extracting(Choice::data)
        .anyMatch(data -> data.contains("e:"));
    assertThat(topic.finding()).isNull();
  }
}
