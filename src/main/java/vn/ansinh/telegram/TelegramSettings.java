package vn.ansinh.telegram;

/// How to reach the Telegram Bot API.
///
/// @param token empty when the service runs without Telegram
/// @param apiUrl `https://api.telegram.org` or a self-hosted Bot API server
/// @param publicUrl where Telegram and calendar programs reach us
/// @param webhookSecret comes back in the header `X-Telegram-Bot-Api-Secret-Token`, on whichever
///     node
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

  /// Token and secret are never printed.
  @Override
  public String toString() {
    return "TelegramSettings[" + apiUrl + ", " + mode + "]";
  }
}
