package vn.ansinh.app.broadcasts;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.zalo.ZaloSettings;

class BroadcastingTest {
  @ParameterizedTest
  @CsvSource({
    "1:a, 0,   '',  true,  30",
    "1:a, 500, '',  true,  500",
    "1:a, 0,   2:b, false, 30",
    "1:a, 0,   2:b, true,  40",
    "1:a, 500, 2:b, true,  510",
    "'',  0,   2:b, true,  10",
    "'',  0,   '',  false, 30"
  })
  void theRateIsThatOfTheMessengersThatBringBroadcasts(
      String telegram, double paid, String zalo, boolean writesFirst, double perSecond) {
    TelegramSettings first =
        new TelegramSettings(
            telegram, "http://t", TelegramSettings.Mode.POLLING, "", "", 30, 1, paid);
    ZaloSettings second =
        new ZaloSettings(zalo, "http://z", ZaloSettings.Mode.POLLING, "", "", 10, 1, writesFirst);

    assertThat(Broadcasting.perSecond(first, second)).isEqualTo(perSecond);
  }
}
