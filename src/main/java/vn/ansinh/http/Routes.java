package vn.ansinh.http;

import io.vertx.core.http.HttpMethod;
import java.util.List;

/// All routes of the service, each with who may call it.
public final class Routes {
  public record Declared(HttpMethod method, String path, Access access) {}

  /// @param maxBody bytes of request body accepted; more is a 413
  public void add(HttpMethod method, String path, Access access, int maxBody, Exchange exchange) {
    throw new UnsupportedOperationException();
  }

  public List<Declared> declared() {
    throw new UnsupportedOperationException();
  }
}
