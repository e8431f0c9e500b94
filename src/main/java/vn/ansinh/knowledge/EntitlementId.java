package vn.ansinh.knowledge;

import java.util.regex.Pattern;

/// The name of an entitlement, the same in files, links, buttons and tests: `sp-social-pension`,
/// `plan-II.2`.
public record EntitlementId(String value) implements Comparable<EntitlementId> {
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9][A-Za-z0-9.-]{0,39}");

  public EntitlementId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not an entitlement id: " + value);
    }
  }

  /// Whether the text has the form of an id: at most 40 letters, digits, dots and dashes.
  public static boolean isValid(String value) {
    return FORM.matcher(value).matches();
  }

  @Override
  public int compareTo(EntitlementId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
