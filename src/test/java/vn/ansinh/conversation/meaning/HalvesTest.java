package vn.ansinh.conversation.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HalvesTest {
  @Test
  void aMessageIsPartedWhereAnotherQuestionMayBegin() {
    assertThat(Halves.of("tiền già bao nhiêu và nộp ở đâu"))
        .containsExactly(new Halves("tiền già bao nhiêu", "nộp ở đâu", true));
    assertThat(Halves.of("học phí có phải đóng không? Tiêm sởi ở đâu?"))
        .containsExactly(new Halves("học phí có phải đóng không", "Tiêm sởi ở đâu?", true));
    assertThat(Halves.of("tien gia bao nhieu va nop o dau"))
        .containsExactly(new Halves("tien gia bao nhieu", "nop o dau", true));
  }

  @Test
  void aCommaGoesOnAboutTheSame() {
    assertThat(Halves.of("cần giấy gì, nộp ở đâu"))
        .containsExactly(new Halves("cần giấy gì", "nộp ở đâu", false));
  }

  @Test
  void oneWordIsNoQuestionAndALongStoryIsNotParted() {
    assertThat(Halves.of("bố và mẹ tôi được bao nhiêu")).isEmpty();
    assertThat(Halves.of("nhà có hai con và ".repeat(10))).isEmpty();
  }
}
