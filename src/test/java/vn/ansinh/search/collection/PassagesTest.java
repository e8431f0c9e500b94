package vn.ansinh.search.collection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.search.analysis.Syllables;

class PassagesTest {
  private static List<Integer> lengths(String text) {
    return Passages.of(Syllables.of(text)).stream().map(List::size).toList();
  }

  @Test
  void endWithAPhraseWhenOneEndsInTime() {
    assertThat(lengths("một hai ba bốn năm sáu bảy. ".repeat(30))).containsExactly(63, 63, 84);
  }

  @Test
  void endSomewhereInAnEndlessPhrase() {
    assertThat(lengths("một ".repeat(200))).containsExactly(90, 110);
  }

  @Test
  void aShortTextIsOne() {
    assertThat(lengths("một hai. ".repeat(44))).containsExactly(88);
    assertThat(lengths("")).containsExactly(0);
  }
}
