package vn.ansinh.db;

import java.nio.file.Path;

/// Which PostgreSQL to use.
///
/// @param url `postgresql://user:password@host:port/database`; empty for the embedded server
/// @param directory where the embedded server keeps its data
/// @param port of the embedded server, loopback only
public record DatabaseSettings(String url, Path directory, int port) {
  /// The URL holds a password, so it is never printed.
  @Override
  public String toString() {
    return "DatabaseSettings[" + (url.isEmpty() ? directory + ":" + port : "external") + "]";
  }
}
