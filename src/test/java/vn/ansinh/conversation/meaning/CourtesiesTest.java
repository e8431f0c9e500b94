package vn.ansinh.conversation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.conversation.DialogueFixture;
import vn.ansinh.text.Phrase;

class CourtesiesTest {
  private final Courtesies courtesies = new Courtesies(DialogueFixture.base().lexicon());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cảm ơn",
        "ok e cảm ơn",
        "cảm ơn anh chị nhiều nhé",
        "cam on nhe, de hieu lam",
        "cảm ơn đã nhiệt tình giúp bác nha"
      })
  void whoThanksInManyWordsIsThanked(String text) {
    assertThat(courtesies.hear(text).wholly()).contains(Phrase.THANKS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cảm ơn, vậy nộp ở đâu",
        "ok cảm ơn, thế hồ sơ thì sao",
        "cảm ơn nhé, còn trẻ em thì được bao nhiêu",
        "tiền già thế nào"
      })
  void whatAlsoAsksIsAQuestion(String text) {
    assertThat(courtesies.hear(text).wholly()).isEmpty();
  }
}
