package vn.ansinh.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The first line of a backup, which is never encrypted: that it is one, of which format, and how
/// the rest is to be opened. Format 1: gzip of JSON lines (the header, the rows table by table, the
/// SHA-256 of all before in hexadecimal digits); with a salt, encrypted.
///
/// @param salt of the passphrase in hexadecimal digits; null when it is not encrypted
record Mark(@Nullable String salt) {
  private static final String PLAIN = "ansinh-backup 1";
  private static final String ENCRYPTED = PLAIN + " argon2id ";
  private static final int LONGEST = 100;

  static Mark of(byte @Nullable [] salt) {
    return new Mark(salt == null ? null : HexFormat.of().formatHex(salt));
  }

  /// @throws BackupException when this is something else
  static Mark read(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next = in.read();
    while (next >= 0 && next != '\n' && line.length() < LONGEST) {
      line.append((char) next);
      next = in.read();
    }
    String text = line.toString();
    if (text.equals(PLAIN)) {
      return new Mark(null);
    }
    if (text.matches(ENCRYPTED + "[0-9a-f]{" + 2 * Passphrase.SALT_BYTES + "}")) {
      return new Mark(text.substring(ENCRYPTED.length()));
    }
    throw new BackupException(
        "Tệp này không phải bản sao lưu của An Sinh, hoặc của một bản An Sinh mới hơn.");
  }

  byte[] line() {
    String text = salt == null ? PLAIN : ENCRYPTED + salt;
    return (text + "\n").getBytes(StandardCharsets.US_ASCII);
  }

  static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
