package vn.ansinh.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.ClientMultipartForm;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.objects.ResponseParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/// Calls methods of the Bot API; every end of a call is an [Answer], none an exception, and the
/// token appears in none of them.
///
/// It sits on Vert.x' plain HTTP client, whose two steps (connect, then send) tell a request that
/// never left from one whose answer was lost.
public final class TelegramApi {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration SILENCE = Duration.ofSeconds(20);

  /// Shorter than the 60 s and more after which servers close: a call on a connection that is just
  /// being closed would end as lost.
  private static final int KEEP_ALIVE_SECONDS = 25;

  private static final int CONNECTIONS = 256;
  private static final int WAITING_CALLS = 2_000;

  private final HttpClient http;
  private final String token;
  private final String base;
  private final Duration silence;
  private final MeterRegistry meters;

  public TelegramApi(Vertx vertx, TelegramSettings settings, MeterRegistry meters) {
    this(vertx, settings, SILENCE, meters);
  }

  /// @param silence how long a connection may stay silent before the answer counts as lost
  TelegramApi(Vertx vertx, TelegramSettings settings, Duration silence, MeterRegistry meters) {
    this.meters = meters;
    HttpClientOptions options =
        new HttpClientOptions()
            .setConnectTimeout((int) CONNECT.toMillis())
            .setKeepAliveTimeout(KEEP_ALIVE_SECONDS);
    PoolOptions pool =
        new PoolOptions().setHttp1MaxSize(CONNECTIONS).setMaxWaitQueueSize(WAITING_CALLS);
    this.http = vertx.httpClientBuilder().with(options).with(pool).build();
    this.token = settings.token();
    this.base = settings.apiUrl().replaceFirst("/+$", "") + "/bot" + token + "/";
    this.silence = silence;
  }

  <T extends Serializable> Future<Answer<T>> call(PartialBotApiMethod<T> method) {
    return call(method, Duration.ZERO);
  }

  /// @param patience how long Telegram itself was asked to wait before it answers
  <T extends Serializable> Future<Answer<T>> call(
      PartialBotApiMethod<T> method, Duration patience) {
    return call(
        method,
        patience,
        request ->
            request
                .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
                .send(Buffer.buffer(write(parameters(method)))));
  }

  /// Sends a file whose content travels with the call.
  Future<Answer<Message>> upload(SendDocument method, vn.ansinh.delivery.Message.File file) {
    ClientMultipartForm form =
        ClientMultipartForm.multipartForm()
            .charset(StandardCharsets.UTF_8)
            .attribute("chat_id", method.getChatId());
    if (method.getReplyParameters() != null) {
      form.attribute("reply_parameters", write(method.getReplyParameters()));
    }
    form.binaryFileUpload("document", file.name(), file.type(), Buffer.buffer(file.content()));
    return call(method, Duration.ZERO, request -> request.send(form));
  }

  private <T extends Serializable> Future<Answer<T>> call(
      PartialBotApiMethod<T> method,
      Duration patience,
      Function<HttpClientRequest, Future<HttpClientResponse>> send) {
    String name = name(method);
    Timer.Sample begun = Timer.start(meters);
    Future<Answer<T>> end =
        request(name, silence.plus(patience))
            .transform(
                connected ->
                    connected.succeeded()
                        ? exchange(method, send.apply(connected.result()))
                        : Future.succeededFuture(new Answer.NotSent<>(reason(connected.cause()))));
    return end.onSuccess(
        answer -> {
          String outcome = answer.getClass().getSimpleName();
          begun.stop(meters.timer("ansinh.telegram.calls", "method", name, "outcome", outcome));
        });
  }

  /// The name as the Bot API documents it, `sendMessage`; the library's own is all lower case,
  /// which Telegram bears and other servers need not.
  static String name(PartialBotApiMethod<?> method) {
    String type = method.getClass().getSimpleName();
    return Character.toLowerCase(type.charAt(0)) + type.substring(1);
  }

  /// Ends every call under way.
  public Future<Void> close() {
    return http.close();
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

  private <T extends Serializable> Future<Answer<T>> exchange(
      PartialBotApiMethod<T> method, Future<HttpClientResponse> answer) {
    return answer
        .compose(
            response ->
                response.body().map(body -> read(method, response.statusCode(), body.toString())))
        .otherwise(lost -> new Answer.Lost<>(reason(lost)));
  }

  private static ObjectNode parameters(PartialBotApiMethod<?> method) {
    ObjectNode parameters = JSON.valueToTree(method);
    // The library writes the method's name into the body too, where it is no parameter.
    parameters.remove("method");
    return parameters;
  }

  private static String write(Object value) {
    try {
      return JSON.writeValueAsString(value);
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException(value.getClass().getSimpleName(), unwritable);
    }
  }

  private <T extends Serializable> Answer<T> read(
      PartialBotApiMethod<T> method, int status, String body) {
    try {
      return new Answer.Done<>(method.deserializeResponse(body));
    } catch (TelegramApiRequestException said) {
      Integer code = said.getErrorCode();
      return code == null || code == 0
          ? unreadable(status)
          : new Answer.Rejected<>(
              code, scrub(String.valueOf(said.getApiResponse())), wait(said.getParameters()));
    } catch (RuntimeException garbage) {
      return unreadable(status);
    }
  }

  private static <T> Answer<T> unreadable(int status) {
    if (status == 429) {
      return new Answer.Rejected<>(status, "Too Many Requests", null);
    }
    return status / 100 == 2
        ? new Answer.Lost<>("unreadable answer with status " + status)
        : new Answer.NotSent<>("a proxy answered with status " + status);
  }

  private static @Nullable Duration wait(@Nullable ResponseParameters parameters) {
    return parameters == null || parameters.getRetryAfter() == null
        ? null
        : Duration.ofSeconds(parameters.getRetryAfter());
  }

  private String reason(Throwable cause) {
    return scrub(cause.getClass().getSimpleName() + ": " + cause.getMessage());
  }

  private String scrub(String text) {
    return token.isEmpty() ? text : text.replace(token, "<token>");
  }
}
