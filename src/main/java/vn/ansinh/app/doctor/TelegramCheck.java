package vn.ansinh.app.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.telegram.TelegramCheckup;
import vn.ansinh.telegram.TelegramCheckup.Said;
import vn.ansinh.telegram.TelegramCheckup.Webhook;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.telegram.TelegramSettings.Mode;

/// The token, and the way by which updates come.
final class TelegramCheck {
  private static final int UNAUTHORIZED = 401;
  private static final int MANY = 100;
  private static final Duration LATELY = Duration.ofHours(1);
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM HH:mm");

  private TelegramCheck() {}

  /// @return nothing of the webhook when Telegram does not know us
  static List<Line> of(TelegramSettings settings, TelegramCheckup telegram, Clock clock) {
    if (settings.token().isEmpty()) {
      return List.of(Line.ok(Part.TELEGRAM, "Không dùng: telegram.token để trống."));
    }
    return switch (telegram.bot().await()) {
      case Said.Known<String>(String name) ->
          List.of(
              Line.ok(Part.TELEGRAM, "Token đúng, bot là @" + name + "."),
              webhook(settings, telegram, clock));
      case Said.Refused<String>(int code, String why) ->
          List.of(
              Line.fault(
                  Part.TELEGRAM,
                  "Telegram từ chối: %d %s.".formatted(code, why),
                  code == UNAUTHORIZED
                      ? "Lấy lại token từ @BotFather, đặt vào ANSINH_TELEGRAM_TOKEN."
                      : "Đợi vài phút rồi khám lại; vẫn vậy thì xem telegram.api-url."));
      case Said.Silent<String>(String why) ->
          List.of(
              Line.fault(
                  Part.TELEGRAM,
                  "Không nối được %s: %s.".formatted(settings.apiUrl(), why),
                  "Xem mạng và tường lửa của máy (cổng 443 đi ra), và telegram.api-url."));
    };
  }

  private static Line webhook(TelegramSettings settings, TelegramCheckup telegram, Clock clock) {
    return switch (telegram.webhook().await()) {
      case Said.Known<Webhook>(Webhook webhook) ->
          settings.mode() == Mode.WEBHOOK
              ? brought(webhook, telegram.wantedWebhook(), clock.instant())
              : fetched(webhook);
      case Said.Refused<Webhook>(int code, String why) -> unseen(code + " " + why);
      case Said.Silent<Webhook>(String why) -> unseen(why);
    };
  }

  private static Line unseen(String why) {
    return Line.warning(
        Part.WEBHOOK, "Telegram không nói về webhook: " + why + ".", "Đợi vài phút rồi khám lại.");
  }

  private static Line fetched(Webhook webhook) {
    if (!webhook.url().isEmpty()) {
      return Line.warning(
          Part.WEBHOOK,
          "Dịch vụ tự hỏi tin (telegram.mode: polling), mà Telegram còn gửi tin đến %s."
              .formatted(webhook.url()),
          "Khởi động lại dịch vụ, nó tự gỡ webhook; nếu còn, có máy khác đang dùng token này.");
    }
    return crowded(webhook, "Không dùng, dịch vụ tự hỏi tin");
  }

  private static Line brought(Webhook webhook, String wanted, Instant now) {
    if (!webhook.url().equals(wanted)) {
      return Line.fault(
          Part.WEBHOOK,
          "Telegram gửi tin đến %s, phải là %s."
              .formatted(webhook.url().isEmpty() ? "không đâu cả" : webhook.url(), wanted),
          "Khởi động lại dịch vụ để đặt lại; nếu lại đổi, có máy khác đang dùng token này.");
    }
    if (!webhook.trouble().isEmpty() && webhook.troubleAt().isAfter(now.minus(LATELY))) {
      return Line.warning(
          Part.WEBHOOK,
          "Lúc %s Telegram không gửi được tin đến đây: %s; %d tin đang đợi."
              .formatted(
                  MOMENT.format(webhook.troubleAt().atZone(VietnamTime.ZONE)),
                  webhook.trouble(),
                  webhook.waiting()),
          "Xem telegram.public-url có mở được từ ngoài không, chứng chỉ https còn hạn không.");
    }
    return crowded(webhook, "Telegram gửi tin đến " + webhook.url());
  }

  private static Line crowded(Webhook webhook, String said) {
    String all = said + ", %d tin đang đợi.".formatted(webhook.waiting());
    return webhook.waiting() > MANY
        ? Line.warning(
            Part.WEBHOOK,
            all,
            "Xem dịch vụ có đang chạy và nhận kịp không (nhật ký, /health/ready).")
        : Line.ok(Part.WEBHOOK, all);
  }
}
