package vn.ansinh.delivery;

import java.nio.charset.StandardCharsets;

/// An answer that a citizen can give by one tap, or by its number or words where there are no
/// buttons.
///
/// @param label what is read, short
/// @param data what comes back, 1 to 64 bytes of UTF-8 (Telegram's limit for callback data)
public record Choice(String label, String data) {
  private static final int MAX_BYTES = 64;

  public Choice {
    check(data);
  }

  static void check(String data) {
    int bytes = data.getBytes(StandardCharsets.UTF_8).length;
    if (bytes < 1 || bytes > MAX_BYTES) {
      throw new IllegalArgumentException("choice data of " + bytes + " bytes: " + data);
    }
  }
}
