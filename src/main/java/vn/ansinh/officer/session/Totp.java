package vn.ansinh.officer.session;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The six digits that an authenticator on a telephone shows, a new code every 30 seconds (RFC
/// 6238, with SHA-1, which is the one that every authenticator knows).
public final class Totp {
  private static final Duration STEP = Duration.ofSeconds(30);
  private static final int DIGITS = 6;

  /// RFC 4226 asks for 160 bits.
  private static final int SECRET_BYTES = 20;

  /// A telephone's clock may be a step off, and typing takes time.
  private static final int STEPS_OFF = 1;

  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final SecureRandom RANDOM = new SecureRandom();

  private Totp() {}

  public static byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    RANDOM.nextBytes(secret);
    return secret;
  }

  /// The time step for which what was typed is the code; empty when it is none.
  public static OptionalLong step(byte[] secret, String typed, Instant now) {
    byte[] digits = typed.replace(" ", "").getBytes(StandardCharsets.UTF_8);
    long current = now.getEpochSecond() / STEP.toSeconds();
    OptionalLong found = OptionalLong.empty();
    for (long step = current - STEPS_OFF; step <= current + STEPS_OFF; step++) {
      byte[] right = code(secret, step, DIGITS).getBytes(StandardCharsets.UTF_8);
      if (MessageDigest.isEqual(right, digits)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  /// The code that is shown at a moment.
  public static String code(byte[] secret, Instant at) {
    return code(secret, at.getEpochSecond() / STEP.toSeconds(), DIGITS);
  }

  static String code(byte[] secret, long step, int digits) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(secret, "HmacSHA1"));
      ByteBuffer hash =
          ByteBuffer.wrap(mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array()));
      int offset = hash.get(hash.capacity() - 1) & 0xF;
      long number = (hash.getInt(offset) & 0x7FFF_FFFF) % (long) Math.pow(10, digits);
      return String.format("%0" + digits + "d", number);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /// To be typed by who cannot take a picture: letters and digits in groups of four.
  public static String typed(byte[] secret) {
    return base32(secret).replaceAll("(.{4})(?=.)", "$1 ");
  }

  /// What the picture says, as authenticators read it.
  public static String uri(byte[] secret, String issuer, String login) {
    String name = URLEncoder.encode(issuer, StandardCharsets.UTF_8).replace("+", "%20");
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s".formatted(name, login, base32(secret), name);
  }

  /// RFC 4648, without padding: a secret has whole groups of five bytes.
  private static String base32(byte[] bytes) {
    StringBuilder text = new StringBuilder();
    long bits = 0;
    int held = 0;
    for (byte each : bytes) {
      bits = (bits << Byte.SIZE) | (each & 0xFF);
      held += Byte.SIZE;
      while (held >= 5) {
        held -= 5;
        text.append(BASE32.charAt((int) (bits >> held) & 0x1F));
      }
    }
    return text.toString();
  }
}
