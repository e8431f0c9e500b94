package vn.ansinh.zalo;

/// How to reach the Zalo Bot platform.
///
/// @param token empty when the service runs without Zalo
/// @param apiUrl `https://bot-api.zaloplatforms.com`, or a stand-in
/// @param publicUrl where Zalo and calendar programs reach us
/// @param webhookSecret comes back in the header `X-Bot-Api-Secret-Token`, on whichever node
/// @param rateOverall messages a second over all chats at the most: the platform's own limits are
///     not published
/// @param rateChat the same in one chat
/// @param writesFirst whether a citizen who did not just write may be written to
public record ZaloSettings(
    String token,
    String apiUrl,
    Mode mode,
    String publicUrl,
    String webhookSecret,
    double rateOverall,
    double rateChat,
    boolean writesFirst) {

  public static final String API_URL = "https://bot-api.zaloplatforms.com";

  /// How messages come in.
  public enum Mode {
    WEBHOOK,
    POLLING
  }

  /// Whether the service runs with Zalo.
  public boolean isOn() {
    return !token.isEmpty();
  }

  /// Token and secret are never printed.
  @Override
  public String toString() {
    return "ZaloSettings[" + apiUrl + ", " + mode + "]";
  }
}
