package vn.ansinh.telegram;

import vn.ansinh.http.call.Webhook;

/// How to reach the Telegram Bot API.
///
/// @param token empty when the service runs without Telegram
/// @param apiUrl `https://api.telegram.org` or a self-hosted Bot API server
/// @param publicUrl where Telegram and calendar programs reach us
/// @param webhookSecret comes back in the header `X-Telegram-Bot-Api-Secret-Token`
/// @param rateOverall messages a second over all chats
/// @param rateChat messages a second in one chat
/// @param rateBroadcast messages a second of paid broadcasts, beside the others; 0 when none are
///     paid for and all count together
public record TelegramSettings(
    String token,
    String apiUrl,
    Mode mode,
    String publicUrl,
    String webhookSecret,
    double rateOverall,
    double rateChat,
    double rateBroadcast) {

  /// How updates come in.
  public enum Mode {
    POLLING,
    WEBHOOK
  }

  /// With a secret of our own when none is set; Telegram is told it with the webhook.
  TelegramSettings withSecret() {
    return webhookSecret.isEmpty()
        ? new TelegramSettings(
            token,
            apiUrl,
            mode,
            publicUrl,
            Webhook.secret(token),
            rateOverall,
            rateChat,
            rateBroadcast)
        : this;
  }

  /// Token and secret are never printed.
  @Override
  public String toString() {
    return "TelegramSettings[" + apiUrl + ", " + mode + "]";
  }
}
