package vn.ansinh.telegram;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.updates.GetWebhookInfo;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.WebhookInfo;
import vn.ansinh.http.call.Answer;

/// What Telegram says of the bot when somebody looks after the service. Changes nothing there.
public final class TelegramCheckup implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TelegramSettings settings;
  private final TelegramApi api;
  private final HttpClient http;

  public TelegramCheckup(Vertx vertx, TelegramSettings settings) {
    this.settings = settings;
    this.api = new TelegramApi(vertx, settings, PATIENCE, new CompositeMeterRegistry());
    this.http =
        vertx.createHttpClient(
            new HttpClientOptions().setConnectTimeout((int) PATIENCE.toMillis()));
  }

  /// What came of one question.
  public sealed interface Said<T> {
    record Known<T>(T value) implements Said<T> {}

    /// @param code as in HTTP: 401 for a token that Telegram does not know
    record Refused<T>(int code, String why) implements Said<T> {}

    /// No answer that could be read.
    record Silent<T>(String why) implements Said<T> {}
  }

  /// Where Telegram brings updates.
  ///
  /// @param url empty when it does not and waits to be asked
  /// @param waiting updates that it has not been able to bring
  /// @param trouble why it could not bring the last one that failed; empty when none did
  /// @param troubleAt when that was
  public record Webhook(String url, int waiting, String trouble, Instant troubleAt) {}

  /// The user name of the bot whose token this is.
  public Future<Said<String>> bot() {
    return ask(new GetMe()).map(said -> map(said, User::getUserName));
  }

  public Future<Said<Webhook>> webhook() {
    return ask(new GetWebhookInfo()).map(said -> map(said, TelegramCheckup::webhook));
  }

  /// Where the webhook should lead by our settings.
  public String wantedWebhook() {
    return Telegram.webhookUrl(settings);
  }

  /// What time it is there, in whole seconds; empty when nobody answers or says.
  public Future<Optional<Instant>> time() {
    RequestOptions options =
        new RequestOptions()
            .setMethod(HttpMethod.HEAD)
            .setAbsoluteURI(settings.apiUrl())
            .setIdleTimeout(PATIENCE.toMillis());
    return http.request(options)
        .compose(HttpClientRequest::send)
        .map(TelegramCheckup::date)
        .otherwise(Optional.empty());
  }

  @Override
  public void close() {
    api.close().await();
    http.close().await();
  }

  private <T extends Serializable> Future<Said<T>> ask(PartialBotApiMethod<T> method) {
    return api.call(method)
        .map(
            answer ->
                switch (answer) {
                  case Answer.Done<T> done -> new Said.Known<>(done.value());
                  case Answer.Rejected<T> no -> new Said.Refused<>(no.code(), no.description());
                  case Answer.NotSent<T> _, Answer.Lost<T> _ -> new Said.Silent<>(answer.problem());
                });
  }

  private static <T, R> Said<R> map(Said<T> said, java.util.function.Function<T, R> read) {
    return switch (said) {
      case Said.Known<T>(T value) -> new Said.Known<>(read.apply(value));
      case Said.Refused<T>(int code, String why) -> new Said.Refused<>(code, why);
      case Said.Silent<T>(String why) -> new Said.Silent<>(why);
    };
  }

  private static Webhook webhook(WebhookInfo info) {
    Integer pending = info.getPendingUpdatesCount();
    Integer failed = info.getLastErrorDate();
    String why = info.getLastErrorMessage();
    return new Webhook(
        info.getUrl() == null ? "" : info.getUrl(),
        pending == null ? 0 : pending,
        why == null ? "" : why,
        Instant.ofEpochSecond(failed == null ? 0 : failed));
  }

  private static Optional<Instant> date(HttpClientResponse response) {
    return Optional.ofNullable(response.getHeader(HttpHeaders.DATE))
        .map(text -> ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
  }
}
