package vn.ansinh.officer;

import java.util.regex.Pattern;

/// A member of staff with an account.
///
/// @param login what they sign in with: lower case, see [#LOGIN]
/// @param name as colleagues know them
public record Officer(OfficerId id, String login, String name, Role role) {
  /// Letters without marks, digits, dot, hyphen, underscore; 2 to 32 of them.
  public static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");
}
