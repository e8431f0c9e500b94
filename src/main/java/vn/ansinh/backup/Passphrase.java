package vn.ansinh.backup;

import com.google.crypto.tink.subtle.AesGcmHkdfStreaming;
import com.password4j.Argon2Function;
import com.password4j.types.Argon2;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import vn.ansinh.text.Vietnamese;

/// What encrypts a backup: argon2id makes a key of it (RFC 9106, the second of its recommended
/// settings), with which Tink encrypts segment by segment, so that none can be changed, moved or
/// left out.
public final class Passphrase {
  static final int SALT_BYTES = 16;

  /// Whoever holds the file may try as many as they like.
  private static final int LEAST = 12;

  private static final int KIBIBYTES = 65_536;
  private static final int ROUNDS = 3;
  private static final int LANES = 4;
  private static final int KEY_BYTES = 32;
  private static final int SEGMENT_BYTES = 1 << 16;

  private final String text;

  public Passphrase(String text) {
    this.text = Vietnamese.nfc(text);
  }

  /// Whether it is too short to keep anybody out.
  public boolean isWeak() {
    return text.codePointCount(0, text.length()) < LEAST;
  }

  /// @param bound to it, though not in it: nothing else opens it
  OutputStream encrypting(OutputStream out, byte[] salt, byte[] bound) throws IOException {
    try {
      return cipher(salt).newEncryptingStream(out, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  InputStream decrypting(InputStream in, byte[] salt, byte[] bound) throws IOException {
    try {
      return cipher(salt).newDecryptingStream(in, bound);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private AesGcmHkdfStreaming cipher(byte[] salt) throws GeneralSecurityException {
    byte[] key =
        Argon2Function.getInstance(KIBIBYTES, ROUNDS, LANES, KEY_BYTES, Argon2.ID)
            .hash(text.getBytes(StandardCharsets.UTF_8), salt)
            .getBytes();
    return new AesGcmHkdfStreaming(key, "HmacSha256", KEY_BYTES, SEGMENT_BYTES, 0);
  }

  /// Never printed.
  @Override
  public String toString() {
    return "Passphrase";
  }
}
