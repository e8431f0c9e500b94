package vn.ansinh.bench;

import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.util.List;

/// What stands before several nodes: hands requests to them in turn, and to the next one when
/// a node takes no connection. What fails after that is the caller's to repeat.
final class Proxy {
  private final Vertx vertx;
  private final HttpClient client;
  private List<String> nodes = List.of();
  private int turn;

  Proxy(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout(1_000),
            new PoolOptions().setHttp1MaxSize(64));
  }

  /// Where it listens.
  Future<String> start() {
    return vertx
        .createHttpServer()
        .requestHandler(request -> request.body().onSuccess(body -> pass(request, body, 0)))
        .listen(0, "127.0.0.1")
        .map(http -> "http://127.0.0.1:" + http.actualPort());
  }

  /// @param addresses of the nodes, without a path
  void to(List<String> addresses) {
    nodes = List.copyOf(addresses);
  }

  private void pass(HttpServerRequest request, Buffer body, int tried) {
    if (tried == nodes.size()) {
      request.response().setStatusCode(502).end();
      return;
    }
    String node = nodes.get(Math.floorMod(turn++, nodes.size()));
    RequestOptions options =
        new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(node + request.uri());
    client
        .request(options)
        .onFailure(_ -> pass(request, body, tried + 1))
        .onSuccess(out -> send(request, out, body));
  }

  private static void send(HttpServerRequest request, HttpClientRequest out, Buffer body) {
    MultiMap headers = request.headers();
    headers.remove("Host");
    out.headers().setAll(headers);
    out.send(body)
        .onSuccess(answer -> request.response().setStatusCode(answer.statusCode()).end())
        .onFailure(_ -> request.response().setStatusCode(502).end());
  }
}
