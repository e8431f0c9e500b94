package vn.ansinh.zalo;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.delivery.dispatch.store.Lease;
import vn.ansinh.http.Routes;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Insistence;

/// Zalo's way in: takes events by webhook or by polling until it is stopped.
public final class Zalo {
  private static final Logger LOG = LoggerFactory.getLogger(Zalo.class);

  /// How long a stop waits for a commit.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  /// Its codes for a webhook that there is none.
  private static final Set<Integer> NO_WEBHOOK = Set.of(400, 404);

  private final ZaloApi api;
  private final ZaloSettings settings;
  private final Conversations conversations;
  private final Events events;
  private final Lease lease;
  private final Insistence insistence;
  private volatile boolean isConnected;

  /// @param lease of the node that polls
  public Zalo(
      Vertx vertx,
      ZaloApi api,
      ZaloSettings settings,
      Conversations conversations,
      Clock clock,
      Lease lease) {
    this.insistence = new Insistence(vertx, "Zalo");
    this.api = api;
    this.settings = settings;
    this.conversations = conversations;
    this.events = new Events(clock);
    this.lease = lease;
  }

  /// The webhook's route, when events come by webhook.
  public void addTo(Routes routes) {
    if (settings.isOn() && settings.mode() == ZaloSettings.Mode.WEBHOOK) {
      ZaloWebhook.of(settings.webhookSecret(), this::take).addTo(routes);
    }
  }

  /// Begins in the background: the service runs also while Zalo cannot be reached.
  public void start() {
    insistence.start(this::run);
  }

  /// Fetches no more events, and waits for the one that may be on its way.
  public void stop() {
    insistence.stop(ZaloPoller.LONG_POLL.plus(PATIENCE));
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
        insist(() -> api.call("setWebhook", webhook()), "setWebhook");
        LOG.info("Zalo brings events to our webhook");
      }
      case POLLING -> {
        insist(this::withoutWebhook, "deleteWebhook");
        LOG.warn(
            "fetching events from Zalo, which forgets what it gave: a crash between fetching and"
                + " committing loses a message; the webhook does not");
        ZaloPoller poller = new ZaloPoller(api, this::take, insistence);
        insistence.inTurn(lease::take, poller::round);
        lease.release();
      }
    }
  }

  private void insist(Supplier<Future<Answer<JsonObject>>> call, String method) {
    isConnected = insistence.insist(method, call).isPresent();
  }

  private Future<Answer<JsonObject>> withoutWebhook() {
    return api.call("deleteWebhook", new JsonObject())
        .map(answer -> hasNoWebhook(answer) ? new Answer.Done<>(new JsonObject()) : answer);
  }

  /// Zalo refuses to speak of a webhook that is not there.
  static boolean hasNoWebhook(Answer<?> answer) {
    return answer instanceof Answer.Rejected<?> rejected && NO_WEBHOOK.contains(rejected.code());
  }

  static String webhookUrl(ZaloSettings settings) {
    return settings.publicUrl().replaceFirst("/+$", "") + ZaloWebhook.PATH;
  }

  private Future<Void> take(JsonObject event) {
    return events.inbound(event).map(conversations::receive).orElseGet(Future::succeededFuture);
  }

  private JsonObject webhook() {
    return new JsonObject()
        .put("url", webhookUrl(settings))
        .put("secret_token", settings.webhookSecret());
  }
}
