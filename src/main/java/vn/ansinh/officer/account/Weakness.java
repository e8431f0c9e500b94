package vn.ansinh.officer.account;

import java.util.Locale;
import java.util.Optional;

/// Why a password is not taken.
public enum Weakness {
  SHORT,
  LONG,
  /// The login is in it, or most of it is one character.
  EASY;

  private static final int LEAST = 10;
  private static final int MOST = 200;
  private static final int DIFFERENT = 5;

  /// Empty for a password that is taken. Length is what counts; no kinds of characters are asked
  /// for, which only makes people write it down (NIST SP 800-63B).
  public static Optional<Weakness> of(String password, String login) {
    int length = password.codePointCount(0, password.length());
    if (length < LEAST) {
      return Optional.of(SHORT);
    }
    if (length > MOST) {
      return Optional.of(LONG);
    }
    boolean easy =
        password.toLowerCase(Locale.ROOT).contains(login)
            || password.codePoints().distinct().count() < DIFFERENT;
    return easy ? Optional.of(EASY) : Optional.empty();
  }
}
