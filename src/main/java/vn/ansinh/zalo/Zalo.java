package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.http.Routes;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Patience;

/// Zalo's way in: takes events by webhook or by polling until it is stopped.
public final class Zalo {
  private static final Logger LOG = LoggerFactory.getLogger(Zalo.class);

  private final Vertx vertx;
  private final ZaloApi api;
  private final ZaloSettings settings;
  private final Conversations conversations;
  private final Events events;
  private final Promise<Void> stopped = Promise.promise();
  private volatile boolean isConnected;

  public Zalo(
      Vertx vertx, ZaloApi api, ZaloSettings settings, Conversations conversations, Clock clock) {
    this.vertx = vertx;
    this.api = api;
    this.settings = settings.withSecret();
    this.conversations = conversations;
    this.events = new Events(clock);
  }

  /// The webhook's route, when events come by webhook.
  public void addTo(Routes routes) {
    if (settings.isOn() && settings.mode() == ZaloSettings.Mode.WEBHOOK) {
      ZaloWebhook.of(settings.webhookSecret(), this::take).addTo(routes);
    }
  }

  /// Begins in the background: the service runs also while Zalo cannot be reached.
  public void start() {
    Thread.ofVirtual().name("zalo").start(this::run);
  }

  /// Fetches no more events.
  public void stop() {
    stopped.tryComplete();
  }

  /// Fails while Zalo has not answered.
  public Future<?> ready() {
    return isConnected
        ? Future.succeededFuture()
        : Future.failedFuture("Zalo has not answered yet");
  }

  private void run() {
    switch (settings.mode()) {
      case WEBHOOK -> {
        insist("setWebhook", webhook());
        LOG.info("Zalo brings events to our webhook");
      }
      case POLLING -> {
        insist("deleteWebhook", new JsonObject());
        LOG.warn(
            "fetching events from Zalo, which forgets what it gave: a crash between fetching and"
                + " committing loses a message; the webhook does not");
        new ZaloPoller(api, this::take, this::isStopped).run(this::pause);
      }
    }
  }

  /// Repeats a call until it succeeds, or we were stopped.
  private void insist(String method, JsonObject parameters) {
    Patience patience = new Patience();
    while (!isStopped()) {
      Answer<JsonObject> answer = api.call(method, parameters).await();
      if (answer instanceof Answer.Done<JsonObject>) {
        isConnected = true;
        return;
      }
      if (!isStopped()) {
        LOG.warn("Zalo did not carry out {}: {}", method, answer.problem());
        pause(patience.after(answer));
      }
    }
  }

  private void pause(Duration wait) {
    if (wait.isPositive()) {
      Future.any(vertx.timer(wait.toMillis(), TimeUnit.MILLISECONDS), stopped.future()).await();
    }
  }

  private boolean isStopped() {
    return stopped.future().isComplete();
  }

  private Future<Void> take(JsonObject event) {
    return events.inbound(event).map(conversations::receive).orElseGet(Future::succeededFuture);
  }

  private JsonObject webhook() {
    return new JsonObject()
        .put("url", settings.publicUrl().replaceFirst("/+$", "") + ZaloWebhook.PATH)
        .put("secret_token", settings.webhookSecret());
  }
}
