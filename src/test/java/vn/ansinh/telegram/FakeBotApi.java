package vn.ansinh.telegram;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A stand-in for the Telegram Bot API on a random loopback port: refuses what Telegram refuses,
/// misbehaves on request, and records every call.
public final class FakeBotApi {
  public static final String TOKEN = "123456789:AAFakeTokenForTests-0123456789abcdef";
  public static final String USERNAME = "ansinh_thu_bot";
  public static final long BOT_ID = 123456789;
  public static final String SECRET = "webhook_secret_for_tests";

  /// @param status that was answered; 0 when the connection was closed or left silent
  /// @param at by System.nanoTime
  public record Call(String method, JsonObject parameters, int status, long at) {
    /// The text as a person reads it.
    public String text() {
      return TelegramHtml.plain(parameters.getString("text", ""));
    }

    public String chat() {
      return String.valueOf(parameters.getValue("chat_id"));
    }
  }

  private final Vertx vertx;
  private final HttpServer server;

  /// One for all: Vert.x closes a client that nobody holds any more, also in the middle of a
  /// request.
  private final HttpClient client;
  private final BotApiRules rules = new BotApiRules();
  private final FakeChats chats = new FakeChats();
  private final FakeQueue queue;
  private final CallLog<Call> calls = new CallLog<>();
  private final Map<String, Deque<Fault>> faults = new HashMap<>();
  private final Map<String, Fault> chatFaults = new HashMap<>();
  private @Nullable JsonObject webhook;
  private @Nullable TelegramLimits limits;
  private volatile Duration clockAhead = Duration.ZERO;
  private volatile String trouble = "";

  private FakeBotApi(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64).setMaxWaitQueueSize(-1));
    this.queue = new FakeQueue(vertx);
    this.server = vertx.createHttpServer().requestHandler(this::handle);
  }

  public static Future<FakeBotApi> start(Vertx vertx) {
    FakeBotApi api = new FakeBotApi(vertx);
    return api.server.listen(0, "127.0.0.1").map(api);
  }

  public Future<Void> stop() {
    return server.close();
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// Settings that lead here, without any rate to wait for.
  public TelegramSettings settings(TelegramSettings.Mode mode, String publicUrl) {
    return new TelegramSettings(TOKEN, url(), mode, publicUrl, SECRET, 10_000, 10_000, 0);
  }

  /// The next calls of this method fail so, one after the other.
  public synchronized void fail(String method, Fault... next) {
    faults.computeIfAbsent(method, _ -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /// Every message to this chat fails so, until [#heal].
  public synchronized void failChat(long chat, Fault fault) {
    chatFaults.put(String.valueOf(chat), fault);
  }

  public synchronized void heal(long chat) {
    chatFaults.remove(String.valueOf(chat));
  }

  /// From now on messages are let through only so fast.
  public synchronized void enforce(TelegramLimits limits) {
    this.limits = limits;
  }

  /// From now on its clock is so much before ours.
  public void clockAhead(Duration by) {
    clockAhead = by;
  }

  /// From now on it says that it has just failed to bring an update to the webhook.
  public void cannotBring(String why) {
    trouble = why;
  }

  /// Queues an update to be polled and returns its number.
  public int push(JsonObject update) {
    chats.learn(update);
    queue.add(update);
    return update.getInteger("update_id");
  }

  /// Completes when every pushed update was confirmed by an offset.
  public Future<Void> drained() {
    return queue.drained();
  }

  /// Updates that are not confirmed yet.
  public int unconfirmed() {
    return queue.size();
  }

  /// Delivers an update to the webhook that was set, and gives the status that came back.
  public Future<Integer> post(JsonObject update) {
    chats.learn(update);
    queue.number(update);
    JsonObject set = Optional.ofNullable(webhook).orElseThrow();
    return client
        .request(
            new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(set.getString("url")))
        .compose(
            request ->
                request
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-Telegram-Bot-Api-Secret-Token", set.getString("secret_token", ""))
                    .send(update.toBuffer()))
        .compose(response -> response.body().map(_ -> response.statusCode()));
  }

  public List<Call> calls() {
    return calls.all();
  }

  public List<Call> calls(String method) {
    return calls().stream().filter(call -> call.method().equals(method)).toList();
  }

  /// Completes with the first `count` calls of this method, also those made before.
  public Future<List<Call>> await(String method, int count) {
    return await(call -> call.method().equals(method), count);
  }

  /// Completes with the first `count` wanted calls, also those made before.
  public Future<List<Call>> await(Predicate<Call> wanted, int count) {
    return calls.await(wanted, count);
  }

  private void handle(HttpServerRequest request) {
    Future<JsonObject> call =
        FakeForm.isForm(request)
            ? FakeForm.read(request)
            : request
                .body()
                .map(body -> body.length() == 0 ? new JsonObject() : body.toJsonObject());
    call.onSuccess(parameters -> handle(request, parameters));
  }

  private void handle(HttpServerRequest request, JsonObject call) {
    String method = request.path().substring(request.path().lastIndexOf('/') + 1);
    if (!request.path().endsWith("/bot" + TOKEN + "/" + method)) {
      answer(request, error(401, "Unauthorized"));
    } else if (!rules.knows(method)) {
      answer(request, error(404, "Not Found"));
    } else {
      request.params().forEach((name, value) -> call.put(name, value));
      act(request, method, call);
    }
  }

  private void act(HttpServerRequest request, String method, JsonObject call) {
    switch (nextFault(method, call)) {
      case null ->
          respond(method, call).onSuccess(body -> answer(request, record(method, call, body)));
      case Fault.Answers(int status, String body) -> {
        record(method, call, new JsonObject().put("error_code", status));
        request.response().setStatusCode(status).end(body);
      }
      case Fault.Closes() -> {
        respond(method, call)
            .onSuccess(_ -> record(method, call, new JsonObject().put("error_code", 0)));
        request.connection().close();
      }
      case Fault.Hangs() ->
          respond(method, call)
              .onSuccess(_ -> record(method, call, new JsonObject().put("error_code", 0)));
      case Fault.Delays(Duration by) ->
          vertx
              .timer(by.toMillis())
              .compose(_ -> respond(method, call))
              .onSuccess(body -> answer(request, record(method, call, body)));
    }
  }

  private synchronized @Nullable Fault nextFault(String method, JsonObject call) {
    Deque<Fault> next = faults.get(method);
    if (next != null && !next.isEmpty()) {
      return next.poll();
    }
    OptionalInt wait =
        limits != null && method.startsWith("send") ? limits.refusal(call) : OptionalInt.empty();
    if (wait.isPresent()) {
      return Fault.tooMany(wait.getAsInt());
    }
    return chatFaults.get(String.valueOf(call.getValue("chat_id")));
  }

  private Future<JsonObject> respond(String method, JsonObject call) {
    Optional<String> fault = rules.fault(method, call).or(() -> chats.fault(method, call));
    if (fault.isPresent()) {
      return Future.succeededFuture(error(400, "Bad Request: " + fault.get()));
    }
    if (method.equals("getUpdates")) {
      if (webhook != null) {
        return Future.succeededFuture(
            error(409, "Conflict: can't use getUpdates method while webhook is active"));
      }
      return queue.fetch(call).map(FakeBotApi::ok);
    }
    switch (method) {
      case "setWebhook" -> webhook = call.getString("url").isEmpty() ? null : call;
      case "deleteWebhook" -> webhook = null;
      case "getWebhookInfo" -> {
        return Future.succeededFuture(ok(webhookInfo()));
      }
      default -> {}
    }
    return Future.succeededFuture(ok(chats.result(method, call)));
  }

  private JsonObject webhookInfo() {
    JsonObject info =
        new JsonObject()
            .put("url", webhook == null ? "" : webhook.getString("url"))
            .put("has_custom_certificate", false)
            .put("pending_update_count", queue.size());
    return trouble.isEmpty()
        ? info
        : info.put("last_error_date", Instant.now().getEpochSecond())
            .put("last_error_message", trouble);
  }

  private JsonObject record(String method, JsonObject call, JsonObject body) {
    calls.add(new Call(method, call, body.getInteger("error_code", 200), System.nanoTime()));
    return body;
  }

  private void answer(HttpServerRequest request, JsonObject body) {
    request
        .response()
        .putHeader(
            "Date",
            DateTimeFormatter.RFC_1123_DATE_TIME.format(
                Instant.now().plus(clockAhead).atOffset(ZoneOffset.UTC)))
        .setStatusCode(body.getInteger("error_code", 200))
        .putHeader("Content-Type", "application/json")
        .end(body.toBuffer());
  }

  private static JsonObject ok(Object result) {
    return new JsonObject().put("ok", true).put("result", result);
  }

  private static JsonObject error(int code, String description) {
    return new JsonObject()
        .put("ok", false)
        .put("error_code", code)
        .put("description", description);
  }
}
