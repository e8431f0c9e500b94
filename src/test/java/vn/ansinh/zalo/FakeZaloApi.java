package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.telegram.CallLog;
import vn.ansinh.telegram.Fault;
import vn.ansinh.telegram.TelegramHtml;
import vn.ansinh.telegram.TelegramLimits;

/// A stand-in for the Zalo Bot platform on a random loopback port: refuses what Zalo refuses,
/// misbehaves on request, and records every call. What it refuses comes back under HTTP 200.
public final class FakeZaloApi {
  public static final String TOKEN = "987654321:zaloFakeTokenForTests";
  public static final String NAME = "bot.AnSinhThu";
  public static final String SECRET = "zalo_secret_for_tests";

  private static final int TIMED_OUT = 408;

  /// @param code that was answered; 200 for success, 0 when the answer was lost
  /// @param at by System.nanoTime
  public record Call(String method, JsonObject parameters, int code, long at) {
    /// The text as a person reads it.
    public String text() {
      String text = parameters.getString("text", "");
      return parameters.containsKey("parse_mode") ? TelegramHtml.plain(text) : text;
    }

    public String chat() {
      return parameters.getString("chat_id", "");
    }
  }

  private final Vertx vertx;
  private final HttpServer server;

  /// One for all: Vert.x closes a client that nobody holds any more, also in the middle of a
  /// request.
  private final HttpClient client;
  private final ZaloRules rules = new ZaloRules();
  private final CallLog<Call> calls = new CallLog<>();
  private final Deque<JsonObject> queue = new ArrayDeque<>();
  private final Deque<Fault> faults = new ArrayDeque<>();
  private final Set<String> blocked = new HashSet<>();
  private @Nullable Promise<Void> poll;
  private @Nullable JsonObject webhook;
  private @Nullable TelegramLimits limits;
  private int sent;

  private FakeZaloApi(Vertx vertx) {
    this.vertx = vertx;
    this.client =
        vertx.createHttpClient(new PoolOptions().setHttp1MaxSize(64).setMaxWaitQueueSize(-1));
    this.server = vertx.createHttpServer().requestHandler(this::handle);
  }

  public static Future<FakeZaloApi> start(Vertx vertx) {
    FakeZaloApi api = new FakeZaloApi(vertx);
    return api.server.listen(0, "127.0.0.1").map(api);
  }

  public Future<Void> stop() {
    return server.close();
  }

  public String url() {
    return "http://127.0.0.1:" + server.actualPort();
  }

  /// Settings that lead here, where the bot may write first.
  public ZaloSettings settings(ZaloSettings.Mode mode, String publicUrl) {
    return new ZaloSettings(TOKEN, url(), mode, publicUrl, SECRET, 10_000, 10_000, true);
  }

  /// The next messages fail so, one after the other.
  public synchronized void fail(Fault... next) {
    faults.addAll(List.of(next));
  }

  /// From now on messages to this chat come back.
  public synchronized void block(String chat) {
    blocked.add(chat);
  }

  /// An error as Zalo answers it.
  public static Fault error(int code, String description) {
    return new Fault.Answers(200, error(code).put("description", description).encode());
  }

  /// From now on messages are let through only so fast, with 429 for the others.
  public synchronized void enforce(TelegramLimits limits) {
    this.limits = limits;
  }

  /// Queues an event to be polled; it is handed out once.
  public synchronized void push(JsonObject event) {
    queue.add(event);
    Promise<Void> sleeping = poll;
    if (sleeping != null) {
      sleeping.tryComplete();
    }
  }

  /// Delivers an event to the webhook that was set, and gives the status that came back.
  public Future<Integer> post(JsonObject event) {
    JsonObject set = Optional.ofNullable(webhook).orElseThrow();
    return client
        .request(
            new RequestOptions().setMethod(HttpMethod.POST).setAbsoluteURI(set.getString("url")))
        .compose(
            request ->
                request
                    .putHeader("Content-Type", "application/json")
                    .putHeader("X-Bot-Api-Secret-Token", set.getString("secret_token"))
                    .send(ok(event).toBuffer()))
        .compose(response -> response.body().map(_ -> response.statusCode()));
  }

  public List<Call> calls() {
    return calls.all();
  }

  /// Messages to one chat, those that failed too.
  public List<Call> messages(String chat) {
    return calls().stream()
        .filter(call -> call.method().equals("sendMessage") && call.chat().equals(chat))
        .toList();
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
    request
        .body()
        .map(body -> body.length() == 0 ? new JsonObject() : body.toJsonObject())
        .onSuccess(call -> handle(request, call));
  }

  private void handle(HttpServerRequest request, JsonObject call) {
    String method = request.path().substring(request.path().lastIndexOf('/') + 1);
    if (!request.path().equals("/bot" + TOKEN + "/" + method)) {
      answer(request, error(401));
    } else if (!rules.knows(method) || request.method() != HttpMethod.POST) {
      answer(request, error(404));
    } else {
      act(request, method, call);
    }
  }

  private void act(HttpServerRequest request, String method, JsonObject call) {
    switch (method.equals("sendMessage") ? nextFault(call) : null) {
      case null ->
          respond(method, call).onSuccess(body -> answer(request, record(method, call, body)));
      case Fault.Answers(int status, String body) -> {
        record(method, call, body.startsWith("{") ? new JsonObject(body) : error(status));
        request.response().setStatusCode(status).end(body);
      }
      case Fault.Closes() ->
          respond(method, call)
              .onSuccess(
                  _ -> {
                    record(method, call, error(0));
                    request.connection().close();
                  });
      case Fault.Hangs() -> respond(method, call).onSuccess(_ -> record(method, call, error(0)));
      case Fault.Delays(Duration by) ->
          vertx
              .timer(by.toMillis())
              .compose(_ -> respond(method, call))
              .onSuccess(body -> answer(request, record(method, call, body)));
    }
  }

  private synchronized @Nullable Fault nextFault(JsonObject call) {
    if (blocked.contains(call.getString("chat_id"))) {
      return error(403, "blocked");
    }
    Fault next = faults.poll();
    if (next != null) {
      return next;
    }
    return limits != null && limits.refusal(call).isPresent()
        ? error(429, "Too many requests")
        : null;
  }

  private Future<JsonObject> respond(String method, JsonObject call) {
    Optional<String> fault = rules.fault(method, call);
    if (fault.isPresent()) {
      return Future.succeededFuture(error(400).put("description", fault.get()));
    }
    switch (method) {
      case "getUpdates" -> {
        return webhook == null ? next(call) : Future.succeededFuture(error(400));
      }
      case "setWebhook" -> webhook = call;
      case "deleteWebhook", "getWebhookInfo" -> {
        JsonObject set = webhook;
        if (set == null) {
          return Future.succeededFuture(error(404));
        }
        webhook = method.equals("deleteWebhook") ? null : set;
        return Future.succeededFuture(
            ok(JsonObject.of("url", set.getString("url"), "updated_at", 1_790_000_000_000L)));
      }
      case "getMe" -> {
        return Future.succeededFuture(
            ok(JsonObject.of("id", "9876", "account_name", NAME, "can_join_groups", false)));
      }
      default -> {}
    }
    return Future.succeededFuture(ok(new JsonObject().put("message_id", "sent" + ++sent)));
  }

  /// One event, or word that none came in time.
  private synchronized Future<JsonObject> next(JsonObject call) {
    JsonObject first = queue.poll();
    if (first != null) {
      return Future.succeededFuture(ok(first));
    }
    Promise<Void> woken = Promise.promise();
    poll = woken;
    long timer = vertx.setTimer(call.getInteger("timeout", 1) * 1000L, _ -> woken.tryComplete());
    return woken
        .future()
        .map(
            _ -> {
              vertx.cancelTimer(timer);
              return taken();
            });
  }

  private synchronized JsonObject taken() {
    JsonObject event = queue.poll();
    return event == null ? error(TIMED_OUT) : ok(event);
  }

  private JsonObject record(String method, JsonObject call, JsonObject body) {
    calls.add(new Call(method, call, body.getInteger("error_code", 200), System.nanoTime()));
    return body;
  }

  private static void answer(HttpServerRequest request, JsonObject body) {
    request.response().putHeader("Content-Type", "application/json").end(body.toBuffer());
  }

  private static JsonObject ok(JsonObject result) {
    return new JsonObject().put("ok", true).put("result", result);
  }

  private static JsonObject error(int code) {
    return new JsonObject()
        .put("ok", false)
        .put("error_code", code)
        .put("description", "error " + code);
  }
}
