package vn.ansinh.http;

import java.time.Duration;

/// How the HTTP server listens and what it bears.
///
/// @param port 0 takes any free one
/// @param ratePerAddress requests a second from one client address; 0 is without limit
/// @param mostAtOnce exchanges on virtual threads at one time; one more is a 503
/// @param timeout for one exchange, reading its body included
public record HttpSettings(
    String host, int port, int ratePerAddress, int mostAtOnce, Duration timeout) {
  private static final int MOST_AT_ONCE = 500;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  public HttpSettings {
    if (port < 0 || port > 65_535 || ratePerAddress < 0 || mostAtOnce < 1) {
      throw new IllegalArgumentException("http settings out of range");
    }
  }

  public static HttpSettings of(String host, int port, int ratePerAddress) {
    return new HttpSettings(host, port, ratePerAddress, MOST_AT_ONCE, TIMEOUT);
  }
}
