package vn.ansinh.app.config;

import java.net.URI;
import vn.ansinh.http.call.Webhook;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.zalo.ZaloSettings;

/// Reads how to reach the messengers.
final class MessengerReader {
  private static final String TELEGRAM_URL = "https://api.telegram.org";
  private static final String API_CURE = "là địa chỉ http:// hoặc https://";

  private MessengerReader() {}

  static TelegramSettings telegram(Settings settings) {
    String token =
        settings.text(
            "telegram.token",
            "",
            MessengerReader::isToken,
            "chỉ gồm chữ, số, dấu hai chấm, gạch dưới, gạch nối; lấy từ @BotFather");
    TelegramSettings telegram =
        new TelegramSettings(
            token,
            settings.url("telegram.api-url", TELEGRAM_URL, API_CURE),
            settings.choice("telegram.mode", TelegramSettings.Mode.POLLING),
            settings.url("telegram.public-url", "", "là địa chỉ https:// mà Telegram gọi đến được"),
            secret(
                settings.text(
                    "telegram.webhook-secret",
                    "",
                    secret -> secret.matches("[A-Za-z0-9_-]{0,256}"),
                    "gồm 1 đến 256 chữ, số, gạch dưới, gạch nối"),
                token),
            settings.number("telegram.rate-overall", 30, 0.1, 1_000_000),
            settings.number("telegram.rate-chat", 1, 0.01, 1_000_000),
            settings.number("telegram.rate-broadcast", 0, 0, 1_000_000));
    if (!telegram.token().isEmpty()
        && telegram.mode() == TelegramSettings.Mode.WEBHOOK
        && telegram.publicUrl().isEmpty()) {
      settings.fault("telegram.public-url", "cần có khi telegram.mode là webhook");
    }
    return telegram;
  }

  static ZaloSettings zalo(Settings settings) {
    String token =
        settings.text(
            "zalo.token",
            "",
            MessengerReader::isToken,
            "chỉ gồm chữ, số, dấu hai chấm, gạch dưới, gạch nối; lấy khi tạo bot ở Zalo");
    ZaloSettings zalo =
        new ZaloSettings(
            token,
            settings.url("zalo.api-url", ZaloSettings.API_URL, API_CURE),
            settings.choice("zalo.mode", ZaloSettings.Mode.WEBHOOK),
            settings.url("zalo.public-url", "", "là địa chỉ https:// mà Zalo gọi đến được"),
            secret(
                settings.text(
                    "zalo.webhook-secret",
                    "",
                    secret -> secret.matches("([A-Za-z0-9_-]{8,256})?"),
                    "gồm 8 đến 256 chữ, số, gạch dưới, gạch nối"),
                token),
            settings.number("zalo.rate-overall", 10, 0.1, 1_000_000),
            settings.number("zalo.rate-chat", 1, 0.01, 1_000_000),
            settings.choice("zalo.writes-first", Switch.FALSE) == Switch.TRUE);
    if (zalo.isOn() && zalo.mode() == ZaloSettings.Mode.WEBHOOK && zalo.publicUrl().isEmpty()) {
      settings.fault(
          "zalo.public-url",
          "cần có khi zalo.mode là webhook; không có thì đặt zalo.mode: polling");
    }
    return zalo;
  }

  /// The messenger is told it at every start, by whichever node starts last.
  private static String secret(String set, String token) {
    return set.isEmpty() ? Webhook.secret(token) : set;
  }

  private enum Switch {
    TRUE,
    FALSE
  }

  private static boolean isToken(String token) {
    return token.matches("[A-Za-z0-9:_-]*");
  }

  /// Whether people would be written to, and not a stand-in.
  static boolean isReal(TelegramSettings telegram) {
    return !telegram.token().isEmpty() && isSameHost(telegram.apiUrl(), TELEGRAM_URL);
  }

  static boolean isReal(ZaloSettings zalo) {
    return zalo.isOn() && isSameHost(zalo.apiUrl(), ZaloSettings.API_URL);
  }

  private static boolean isSameHost(String url, String other) {
    return URI.create(other).getHost().equalsIgnoreCase(URI.create(url).getHost());
  }
}
