package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.http.Routes;
import vn.ansinh.http.call.Insistence;

/// Zalo's way in: takes events by webhook or by polling until it is stopped.
public final class Zalo {
  private static final Logger LOG = LoggerFactory.getLogger(Zalo.class);

  private final ZaloApi api;
  private final ZaloSettings settings;
  private final Conversations conversations;
  private final Events events;
  private final Insistence insistence;
  private volatile boolean isConnected;

  public Zalo(
      Vertx vertx, ZaloApi api, ZaloSettings settings, Conversations conversations, Clock clock) {
    this.insistence = new Insistence(vertx, "Zalo");
    this.api = api;
    this.settings = settings;
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
    insistence.stop();
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
        new ZaloPoller(api, this::take, insistence::isStopped).run(insistence::pause);
      }
    }
  }

  private void insist(String method, JsonObject parameters) {
    isConnected = insistence.insist(method, () -> api.call(method, parameters)).isPresent();
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
