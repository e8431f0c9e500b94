package vn.ansinh.console.broadcasts.form;

import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers of ours that stand in addresses and forms.
public final class Numbers {
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private Numbers() {}

  public static Optional<Long> of(String text) {
    return NUMBER.matcher(text).matches() ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }
}
