package vn.ansinh.webchat;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.delivery.handout.Handout;
import vn.ansinh.delivery.handout.Handouts;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;
import vn.ansinh.vault.Vault;

/// `GET /tep/<secret>/<name>`: a file for a citizen whose channel takes none. Whatever else is
/// asked for is a 404 like any other.
public final class HandoutFile {
  private static final Pattern SECRET = Pattern.compile("[0-9a-f]{48}");

  private final Pool pool;
  private final Clock clock;
  private final Handouts handouts;

  public HandoutFile(Pool pool, Vault vault, Clock clock) {
    this.pool = pool;
    this.handouts = new Handouts(vault);
    this.clock = clock;
  }

  public void addTo(Routes routes) {
    routes.add(HttpMethod.GET, Handout.PATH + ":secret/:name", Access.PUBLIC, 0, this::send);
  }

  private void send(RoutingContext context) {
    String secret = context.pathParam("secret");
    Optional<Handout> found =
        SECRET.matcher(secret).matches()
            ? handouts.of(pool, secret, clock.instant()).await()
            : Optional.empty();
    if (found.isEmpty()) {
      context.fail(404);
      return;
    }
    Handout file = found.get();
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, file.type() + "; charset=utf-8")
        .putHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, no-store")
        .end(file.content())
        .await();
  }
}
