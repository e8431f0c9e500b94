package vn.ansinh.officer.session;

import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// 256 random bits as text: a session, a one-time link, a known browser. The database has only its
/// hash.
public record Secret(String text) {
  private static final int BYTES = 32;
  private static final Pattern TEXT = Pattern.compile("[A-Za-z0-9_-]{43}");
  private static final SecureRandom RANDOM = new SecureRandom();

  public static Secret create() {
    byte[] bytes = new byte[BYTES];
    RANDOM.nextBytes(bytes);
    return new Secret(encoded(bytes));
  }

  /// Empty for what cannot be one.
  public static Optional<Secret> of(@Nullable String text) {
    return Optional.ofNullable(text).filter(each -> TEXT.matcher(each).matches()).map(Secret::new);
  }

  public Buffer hash() {
    return sha256(text);
  }

  /// What the forms carry that were shown to whoever has this secret: it follows from the secret,
  /// and the secret does not follow from it.
  public String formToken() {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return encoded(mac.doFinal("form".getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Whether a form was shown to whoever has this secret; takes the same time for every wrong one.
  public boolean showed(@Nullable String formToken) {
    return formToken != null
        && MessageDigest.isEqual(
            formToken().getBytes(StandardCharsets.UTF_8),
            formToken.getBytes(StandardCharsets.UTF_8));
  }

  /// It is never printed.
  @Override
  public String toString() {
    return "Secret";
  }

  static Buffer sha256(String text) {
    try {
      return Buffer.buffer(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
