package vn.ansinh.bench;

import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.util.List;
import java.util.Map;

/// The least that a bot of Telegram can do: it takes an update by webhook and sends one text back,
/// without a word read, a thing kept or a failure minded. What it takes on a machine is what HTTP,
/// the stand-in and the machine take there; our own figures stand beside it.
final class BareBot {
  /// For [ServiceProcess], in place of the service.
  static final List<String> COMMAND =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx160m",
          "--enable-native-access=ALL-UNNAMED",
          "--sun-misc-unsafe-memory-access=allow",
          "-cp",
          System.getProperty("java.class.path"),
          BareBot.class.getName());

  private static final int CONNECTIONS = 256;

  private final String api;
  private final WebClient client;

  private BareBot(Vertx vertx, String api) {
    this.api = api;
    this.client =
        WebClient.create(
            vertx, new WebClientOptions(), new PoolOptions().setHttp1MaxSize(CONNECTIONS));
  }

  public static void main(String[] args) {
    Map<String, String> told = System.getenv();
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(1));
    String api = told.get("ANSINH_TELEGRAM_API_URL") + "/bot" + Dialect.TOKEN + "/";
    BareBot bot = new BareBot(vertx, api);
    vertx
        .createHttpServer()
        .requestHandler(bot::take)
        .listen(Integer.parseInt(told.get("ANSINH_HTTP_PORT")), "127.0.0.1")
        .await();
    JsonObject webhook =
        new JsonObject().put("url", told.get("ANSINH_TELEGRAM_PUBLIC_URL") + "/webhook");
    bot.client.postAbs(api + "setWebhook").sendJsonObject(webhook).await();
  }

  private void take(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              request.response().end();
              if (body.length() > 0) {
                JsonObject message = body.toJsonObject().getJsonObject("message");
                client
                    .postAbs(api + "sendMessage")
                    .sendJsonObject(
                        new JsonObject()
                            .put("chat_id", message.getJsonObject("chat").getLong("id"))
                            .put("text", "…"));
              }
            });
  }
}
