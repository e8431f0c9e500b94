package vn.ansinh.http;

import io.vertx.core.http.HttpServerRequest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// How the HTTP server listens and what it bears.
///
/// @param port 0 takes any free one
/// @param ratePerAddress requests a second from one client address; 0 is without limit
/// @param mostAtOnce exchanges on virtual threads at one time; one more is a 503
/// @param timeout for one exchange, reading its body included
/// @param proxies whose word about their clients is taken
public record HttpSettings(
    String host, int port, int ratePerAddress, int mostAtOnce, Duration timeout, Proxies proxies) {
  private static final int MOST_AT_ONCE = 500;
  private static final Duration TIMEOUT = Duration.ofSeconds(30);

  public HttpSettings {
    if (port < 0 || port > 65_535 || ratePerAddress < 0 || mostAtOnce < 1) {
      throw new IllegalArgumentException("http settings out of range");
    }
  }

  public static HttpSettings of(String host, int port, int ratePerAddress, Proxies proxies) {
    return new HttpSettings(host, port, ratePerAddress, MOST_AT_ONCE, TIMEOUT, proxies);
  }

  /// The proxies in front of the service.
  public record Proxies(List<Network> networks) {
    /// Only this machine's.
    public static final Proxies HERE =
        new Proxies(List.of(Network.parse("127.0.0.0/8"), Network.parse("::1")));

    private static final List<String> THEIR_WORD = List.of("X-Forwarded-For", "X-Forwarded-Proto");

    public Proxies {
      networks = List.copyOf(networks);
    }

    /// Those of some networks beside this machine's.
    ///
    /// @param text `10.0.0.5, 172.20.0.0/16, fd00::/8`; empty for none
    /// @throws IllegalArgumentException when a network cannot be read
    public static Proxies parse(String text) {
      return new Proxies(
          Stream.concat(
                  HERE.networks.stream(),
                  Arrays.stream(text.split(","))
                      .map(String::strip)
                      .filter(each -> !each.isEmpty())
                      .map(Network::parse))
              .toList());
    }

    /// Forgets what anybody else says about whom they speak for.
    void heed(HttpServerRequest request) {
      if (!include(InetAddress.ofLiteral(request.remoteAddress().hostAddress()))) {
        THEIR_WORD.forEach(request.headers()::remove);
      }
    }

    boolean include(InetAddress peer) {
      return networks.stream().anyMatch(each -> each.has(peer));
    }
  }

  /// @param bits at the beginning of the address that are the same in the whole network
  public record Network(InetAddress address, int bits) {
    static Network parse(String text) {
      String[] parts = text.split("/", 2);
      InetAddress address = InetAddress.ofLiteral(parts[0]);
      int all = address.getAddress().length * Byte.SIZE;
      int bits = parts.length == 1 ? all : Integer.parseInt(parts[1]);
      if (bits < 0 || bits > all) {
        throw new IllegalArgumentException(text);
      }
      return new Network(address, bits);
    }

    boolean has(InetAddress other) {
      byte[] here = address.getAddress();
      byte[] there = other.getAddress();
      return here.length == there.length
          && new BigInteger(1, here).xor(new BigInteger(1, there)).bitLength()
              <= here.length * Byte.SIZE - bits;
    }
  }
}
