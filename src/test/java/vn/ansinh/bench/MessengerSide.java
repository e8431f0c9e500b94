package vn.ansinh.bench;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.client.WebClient;
import io.vertx.ext.web.client.WebClientOptions;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.ObjLongConsumer;
import org.jspecify.annotations.Nullable;
import vn.ansinh.telegram.Fault;
import vn.ansinh.telegram.TelegramLimits;

/// Plays a messenger, Telegram unless told otherwise: hands updates over by webhook (to each of
/// several nodes in turn) or long polling, repeats those not acknowledged, and takes messages.
/// Confined to one event loop.
public final class MessengerSide {
  private static final int BATCH = 100;
  private static final long AGAIN_MILLIS = 200;

  /// For which a node that did not take an update is left out, when there is another.
  private static final long AVOIDED_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final int CONNECTIONS = 512;

  /// Of the calls of sendMessage.
  ///
  /// @param refused share that is answered with 500
  /// @param dropped share that is taken and not answered
  /// @param millis how long the others wait for their answer
  public record Faults(double refused, double dropped, long millis) {
    public static final Faults NONE = new Faults(0, 0, 0);
  }

  private final Vertx vertx;
  private final Dialect dialect;
  private final WebClient client;
  private final HttpServer server;
  private final Deque<JsonObject> queue = new ArrayDeque<>();
  private final ObjLongConsumer<String> onMessage;
  private @Nullable HttpServerRequest poll;
  private volatile String poller = "";
  private volatile int conflicts;

  /// Where updates are brought, and until when not.
  private final Map<String, Long> webhooks = new LinkedHashMap<>();

  private Faults faults = Faults.NONE;
  private @Nullable Fault every;
  private @Nullable TelegramLimits limits;
  private long updates;
  private long turn;
  private long messages;

  /// @param onMessage told the text and the chat of every message that arrived
  MessengerSide(Vertx vertx, ObjLongConsumer<String> onMessage) {
    this(vertx, Dialect.TELEGRAM, onMessage);
  }

  MessengerSide(Vertx vertx, Dialect dialect, ObjLongConsumer<String> onMessage) {
    this.vertx = vertx;
    this.dialect = dialect;
    this.onMessage = onMessage;
    this.client =
        WebClient.create(
            vertx,
            new WebClientOptions().setIdleTimeout(30),
            new PoolOptions().setHttp1MaxSize(CONNECTIONS));
    this.server = vertx.createHttpServer().requestHandler(this::called);
  }

  Future<String> start() {
    return server.listen(0, "127.0.0.1").map(http -> "http://127.0.0.1:" + http.actualPort());
  }

  public void faults(Faults faults) {
    this.faults = faults;
  }

  /// From now on every message meets this; null for none any more. What it does not answer it has
  /// delivered.
  void fail(@Nullable Fault fault) {
    this.every = fault;
  }

  /// From now on messages are let through only so fast.
  ///
  /// @param limits null for as fast as they come
  public void enforce(@Nullable TelegramLimits limits) {
    this.limits = limits;
  }

  /// What stands before the bot in the address by which updates were asked for last; each
  /// of several nodes may have its own.
  String poller() {
    return poller;
  }

  /// How often somebody asked while another one waited, who is sent away then, as Telegram does.
  int conflicts() {
    return conflicts;
  }

  /// One question from one chat.
  void ask(long chat, String text) {
    JsonObject update = dialect.update(++updates, chat, text);
    if (webhooks.isEmpty()) {
      queue.add(update);
      answerPoll();
    } else {
      push(update);
    }
  }

  private void push(JsonObject update) {
    String webhook = nextWebhook();
    client
        .postAbs(webhook)
        .putHeader(dialect.secretHeader, Dialect.SECRET)
        .sendJsonObject(update)
        .onComplete(
            done -> {
              if (done.failed() || done.result().statusCode() != 200) {
                webhooks.put(webhook, System.nanoTime() + AVOIDED_NANOS);
                vertx.setTimer(AGAIN_MILLIS, _ -> push(update));
              }
            });
  }

  /// Each in its turn; one that failed lately only when all did.
  private String nextWebhook() {
    long now = System.nanoTime();
    List<String> all = List.copyOf(webhooks.keySet());
    for (int i = 0; i < all.size(); i++) {
      String next = all.get((int) (++turn % all.size()));
      if (webhooks.getOrDefault(next, now) - now <= 0) {
        return next;
      }
    }
    return all.get((int) (++turn % all.size()));
  }

  private void called(HttpServerRequest request) {
    String method = request.path().substring(request.path().lastIndexOf('/') + 1);
    request
        .body()
        .onSuccess(
            body -> {
              switch (method) {
                case "sendMessage" -> message(request, body);
                case "getUpdates" -> poll(request, body);
                case "setWebhook" -> {
                  webhooks.put(body.toJsonObject().getString("url"), System.nanoTime());
                  ok(request, true);
                  // What came before is brought as well, as Telegram does.
                  queue.forEach(this::push);
                  queue.clear();
                }
                case "getMe" -> ok(request, me());
                default -> ok(request, true);
              }
            });
  }

  private static JsonObject me() {
    return new JsonObject()
        .put("id", 1000)
        .put("is_bot", true)
        .put("first_name", "An Sinh")
        .put("username", "ansinh_bot");
  }

  private void message(HttpServerRequest request, Buffer body) {
    switch (every) {
      case null -> {}
      case Fault.Answers(int status, String text) -> {
        request.response().setStatusCode(status).end(text);
        return;
      }
      case Fault.Closes _ -> {
        arrived(body.toJsonObject());
        request.connection().close();
        return;
      }
      case Fault.Hangs _ -> {
        arrived(body.toJsonObject());
        return;
      }
      case Fault.Delays(Duration by) -> {
        vertx.setTimer(by.toMillis(), _ -> delivered(request, body));
        return;
      }
    }
    delivered(request, body);
  }

  private long arrived(JsonObject sent) {
    long chat = Long.parseLong(sent.getValue("chat_id").toString());
    onMessage.accept(sent.getString("text"), chat);
    return chat;
  }

  private void delivered(HttpServerRequest request, Buffer body) {
    double chance = ThreadLocalRandom.current().nextDouble();
    if (chance < faults.refused) {
      request
          .response()
          .setStatusCode(dialect.refusedStatus)
          .end("{\"ok\":false,\"error_code\":500}");
      return;
    }
    JsonObject sent = body.toJsonObject();
    OptionalInt wait = limits == null ? OptionalInt.empty() : limits.refusal(sent);
    if (wait.isPresent()) {
      Fault.Answers told = Fault.tooMany(wait.getAsInt());
      request.response().setStatusCode(told.status()).end(told.body());
      return;
    }
    long chat = arrived(sent);
    if (chance < faults.refused + faults.dropped) {
      request.connection().close();
      return;
    }
    JsonObject result = dialect.sent(++messages + 1_000_000, chat);
    if (faults.millis == 0) {
      ok(request, result);
    } else {
      vertx.setTimer(faults.millis, _ -> ok(request, result));
    }
  }

  private void poll(HttpServerRequest request, Buffer body) {
    JsonObject asked = body.length() == 0 ? new JsonObject() : body.toJsonObject();
    long offset = asked.getLong("offset", 0L);
    queue.removeIf(update -> update.getLong("update_id") < offset);
    HttpServerRequest other = poll;
    if (other != null && !other.response().closed()) {
      // As Telegram does: who asks last is served.
      conflicts++;
      Fault.Answers conflict = Fault.anotherPoller();
      other.response().setStatusCode(conflict.status()).end(conflict.body());
    }
    poll = request;
    poller = request.path().substring(0, request.path().indexOf("/bot"));
    long wait = Math.max(1, asked.getLong("timeout", 0L) * 1000);
    if (!answerPoll()) {
      vertx.setTimer(
          wait,
          _ -> {
            if (poll == request) {
              poll = null;
              ok(request, new JsonArray());
            }
          });
    }
  }

  private boolean answerPoll() {
    HttpServerRequest waiting = poll;
    if (waiting == null || queue.isEmpty()) {
      return false;
    }
    poll = null;
    JsonArray batch = new JsonArray();
    queue.stream().limit(BATCH).forEach(batch::add);
    ok(waiting, batch);
    return true;
  }

  private static void ok(HttpServerRequest request, Object result) {
    if (!request.response().closed()) {
      request
          .response()
          .putHeader("content-type", "application/json")
          .end(new JsonObject().put("ok", true).put("result", result).toBuffer());
    }
  }

  /// Runs on the event loop that owns this.
  static <T> Future<T> on(
      io.vertx.core.Context context, java.util.function.Supplier<Future<T>> work) {
    Promise<T> promise = Promise.promise();
    context.runOnContext(_ -> work.get().onComplete(promise));
    return promise.future();
  }
}
