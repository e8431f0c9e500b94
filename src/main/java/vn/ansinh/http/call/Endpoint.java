package vn.ansinh.http.call;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.time.Duration;
import java.util.function.Function;

/// A bot's API, whose addresses bear its token: every end of a call is an [Answer], none an
/// exception, and the token appears in none of them.
///
/// It sits on Vert.x' plain HTTP client, whose two steps (connect, then send) tell a request that
/// never left from one whose answer was lost.
public final class Endpoint {
  /// How long a connection may stay silent before the answer counts as lost.
  public static final Duration SILENCE = Duration.ofSeconds(20);

  private static final Duration CONNECT = Duration.ofSeconds(5);

  /// Shorter than the 60 s and more after which servers close: a call on a connection that is just
  /// being closed would end as lost.
  private static final int KEEP_ALIVE_SECONDS = 25;

  private static final int CONNECTIONS = 256;
  private static final int WAITING_CALLS = 2_000;

  private final HttpClient http;
  private final String token;
  private final String base;
  private final Duration silence;
  private final String calls;
  private final MeterRegistry meters;

  /// Reads an answer that came.
  public interface Reader<T> {
    Answer<T> read(int status, String body);
  }

  /// @param name of the messenger, under which its calls are measured
  /// @param url before `/bot<token>/<method>`
  /// @param silence how long a connection may stay silent before the answer counts as lost
  public Endpoint(
      Vertx vertx, String name, String url, String token, Duration silence, MeterRegistry meters) {
    this.calls = "ansinh." + name + ".calls";
    this.meters = meters;
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) CONNECT.toMillis())
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING_CALLS);
    this.http = vertx.httpClientBuilder().with(options).with(pool).build();
    this.token = token;
    this.base = url.replaceFirst("/+$", "") + "/bot" + token + "/";
    this.silence = silence;
  }

  /// @param patience how long the API itself was asked to wait before it answers
  public <T> Future<Answer<T>> post(
      String method, String json, Duration patience, Reader<T> reader) {
    return call(
        method,
        patience,
        request ->
            request
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .send(Buffer.buffer(json)),
        reader);
  }

  /// The same with a body of another kind.
  public <T> Future<Answer<T>> call(
      String method,
      Duration patience,
      Function<HttpClientRequest, Future<HttpClientResponse>> send,
      Reader<T> reader) {
    Timer.Sample begun = Timer.start(meters);
    Future<Answer<T>> end =
        request(method, silence.plus(patience))
            .transform(
                connected ->
                    connected.succeeded()
                        ? exchange(send.apply(connected.result()), reader)
                        : Future.succeededFuture(new Answer.NotSent<>(reason(connected.cause()))));
    return end.onSuccess(
        answer -> {
          String outcome = answer.getClass().getSimpleName();
          begun.stop(meters.timer(calls, "method", method, "outcome", outcome));
        });
  }

  /// Ends every call under way.
  public Future<Void> close() {
    return http.close();
  }

  /// Without the token.
  public String scrub(String text) {
    return token.isEmpty() ? text : text.replace(token, "<token>");
  }

  private Future<HttpClientRequest> request(String method, Duration idle) {
    try {
      RequestOptions options =
          new RequestOptions()
              .setMethod(HttpMethod.POST)
              .setAbsoluteURI(base + method)
              .setConnectTimeout(CONNECT.toMillis())
              .setIdleTimeout(idle.toMillis());
      return http.request(options);
    } catch (RuntimeException closed) {
      return Future.failedFuture(closed);
    }
  }

  private <T> Future<Answer<T>> exchange(Future<HttpClientResponse> answer, Reader<T> reader) {
    return answer
        .compose(
            response ->
                response.body().map(body -> reader.read(response.statusCode(), body.toString())))
        .otherwise(lost -> new Answer.Lost<>(reason(lost)));
  }

  private String reason(Throwable cause) {
    return scrub(cause.getClass().getSimpleName() + ": " + cause.getMessage());
  }
}
