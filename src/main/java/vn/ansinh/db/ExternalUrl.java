package vn.ansinh.db;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The parts of `postgresql://user:password@host:port/database?options` that JDBC wants apart.
record ExternalUrl(String jdbcUrl, @Nullable String user, @Nullable String password) {
  static ExternalUrl of(String url) {
    URI uri = URI.create(url);
    String[] login =
        uri.getRawUserInfo() == null ? new String[0] : uri.getRawUserInfo().split(":", 2);
    String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
    String options = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
    return new ExternalUrl(
        "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + options,
        login.length > 0 ? decoded(login[0]) : null,
        login.length > 1 ? decoded(login[1]) : null);
  }

  Database.Jdbc jdbc() {
    return Database.Jdbc.of(jdbcUrl, orEmpty(user), orEmpty(password));
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  /// The password is never printed.
  @Override
  public String toString() {
    return "ExternalUrl";
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
