package vn.ansinh.knowledge;

import java.util.Arrays;
import java.util.Optional;

/// How sure a statement is: A seen in a legal text, B well known, C to be confirmed before anyone
/// relies on it.
public enum Grade {
  A,
  B,
  C;

  /// What a file says; empty for anything but the letter.
  public static Optional<Grade> of(String text) {
    return Arrays.stream(values()).filter(known -> known.name().equals(text)).findFirst();
  }
}
