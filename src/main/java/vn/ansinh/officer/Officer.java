package vn.ansinh.officer;

import io.vertx.sqlclient.Row;
import java.util.regex.Pattern;

/// A member of staff with an account.
///
/// @param login what they sign in with: lower case, see [#LOGIN]
/// @param name as colleagues know them
public record Officer(OfficerId id, String login, String name, Role role) {
  /// Letters without marks, digits, dot, hyphen, underscore; 2 to 32 of them.
  public static final Pattern LOGIN = Pattern.compile("[a-z0-9][a-z0-9._-]{1,31}");

  /// From the columns `id`, `login`, `name`, `role`.
  public static Officer read(Row row) {
    return new Officer(
        new OfficerId(row.getLong("id")),
        row.getString("login"),
        row.getString("name"),
        Role.of(row.getString("role")).orElseThrow());
  }
}
