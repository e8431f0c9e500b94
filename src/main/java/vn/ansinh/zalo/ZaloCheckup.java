package vn.ansinh.zalo;

import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import vn.ansinh.http.call.Answer;

/// What Zalo says of the bot when somebody looks after the service. Changes nothing there.
public final class ZaloCheckup implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ZaloSettings settings;
  private final ZaloApi api;

  public ZaloCheckup(Vertx vertx, ZaloSettings settings) {
    this.settings = settings;
    this.api = new ZaloApi(vertx, settings, PATIENCE, new CompositeMeterRegistry());
  }

  /// The name of the bot whose token this is; empty when Zalo does not say one.
  public Future<Answer<String>> bot() {
    return ask("getMe", "account_name");
  }

  /// Where Zalo brings events; empty when it does not and waits to be asked.
  public Future<Answer<String>> webhook() {
    return ask("getWebhookInfo", "url")
        .map(answer -> Zalo.hasNoWebhook(answer) ? new Answer.Done<>("") : answer);
  }

  /// Where the webhook should lead by our settings.
  public String wantedWebhook() {
    return Zalo.webhookUrl(settings);
  }

  @Override
  public void close() {
    api.close().await();
  }

  private Future<Answer<String>> ask(String method, String field) {
    return api.call(method, new JsonObject())
        .map(
            answer ->
                switch (answer) {
                  case Answer.Done<JsonObject>(JsonObject result) ->
                      new Answer.Done<>(result.getValue(field) instanceof String text ? text : "");
                  case Answer.Rejected<JsonObject>(int code, String why, Duration wait) ->
                      new Answer.Rejected<>(code, why, wait);
                  case Answer.NotSent<JsonObject>(String why) -> new Answer.NotSent<>(why);
                  case Answer.Lost<JsonObject>(String why) -> new Answer.Lost<>(why);
                });
  }
}
