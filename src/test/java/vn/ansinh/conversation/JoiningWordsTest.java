package vn.ansinh.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.conversation.forms.Opening;
import vn.ansinh.conversation.forms.Opening.Matter;

class JoiningWordsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/noi | JOIN",
        "Nối Zalo và Telegram | JOIN",
        "cho tôi kết nối zalo với telegram nhé | JOIN",
        "lien ket tai khoan | JOIN",
        "NOI 4827 1936 | JOIN",
        "4827 1936 | JOIN",
        "/kenh | CHANNEL",
        "chọn nơi nhận tin nhắc | CHANNEL",
        "đổi kênh | CHANNEL",
        "/tachnoi | PART",
        "tách Zalo khỏi Telegram | PART",
        "hủy liên kết | PART",
        "bỏ nối zalo | PART"
      })
  void wordsThatMeanIt(String text, Matter matter) {
    assertThat(Opening.of(text)).map(Opening::matter).contains(matter);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "thôi nói nữa",
        "nói chuyện với cán bộ",
        "zalo của phường là gì",
        "đổi chỗ khám bệnh",
        "tách hộ khẩu",
        "nối điện cho hộ nghèo",
        "chọn nơi khám chữa bệnh ban đầu"
      })
  void wordsThatMeanSomethingElse(String text) {
    assertThat(Opening.of(text)).isEmpty();
  }
}
