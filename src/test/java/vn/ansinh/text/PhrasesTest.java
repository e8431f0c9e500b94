package vn.ansinh.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PhrasesTest {
  private static Phrases help(String text) {
    Map<Saying, String> texts = new HashMap<>();
    Saying.ALL.forEach(saying -> texts.put(saying, saying.key()));
    texts.put(Phrase.HELP, text);
    return new Phrases(texts);
  }

  @Test
  void theMessengersThatRunAreNamedAndNoOthers() {
    Phrases phrases = help("Mở trong **{messengers}**.");
    assertThat(phrases.naming(List.of("Zalo")).text(Phrase.HELP).plain())
        .isEqualTo("Mở trong Zalo.");
    assertThat(phrases.naming(List.of("Telegram", "Zalo")).text(Phrase.HELP).plain())
        .isEqualTo("Mở trong Telegram hoặc Zalo.");
  }

  @Test
  void whereThereAreNoneTheirParagraphsAreLeftOut() {
    Phrases phrases = help("Một.\n\nMở trong {messengers}.\n\nHai.\n").naming(List.of());
    assertThat(phrases.text(Phrase.HELP).plain()).isEqualTo("Một.\n\nHai.");
    assertThat(phrases.text(Phrase.WELCOME).plain()).isEqualTo("welcome");
  }
}
