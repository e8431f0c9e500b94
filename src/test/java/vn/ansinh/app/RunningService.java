package vn.ansinh.app;

import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.awaitility.Awaitility;
import vn.ansinh.app.config.ClockSettings;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.LogSettings;
import vn.ansinh.app.config.Role;
import vn.ansinh.calendar.OfficeHours;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.RetentionSettings;
import vn.ansinh.db.DatabaseSettings;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.http.HttpSettings;
import vn.ansinh.http.Routes;
import vn.ansinh.inbox.InboxSettings;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.search.SearchSettings;
import vn.ansinh.telegram.FakeBotApi;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.vault.Column;
import vn.ansinh.zalo.FakeZaloApi;
import vn.ansinh.zalo.ZaloSettings;

/// The whole service on a random port, on a database of its own, with stand-ins for the messengers.
final class RunningService implements AutoCloseable {
  static final Clock NOON = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);

  private static final Rates FAST = new Rates(10_000, 10_000);
  private static final Rates SHIPPED = new Rates(10_000, 1);

  final Vertx vertx = Vertx.vertx();
  final TestDatabase database = TestDatabase.fresh(vertx);
  final FakeBotApi telegram = FakeBotApi.start(vertx).await();
  final FakeZaloApi zalo = FakeZaloApi.start(vertx).await();
  final List<String> progress = new ArrayList<>();
  private final HttpClient client = HttpClient.newHttpClient();
  private final int port = freePort();
  private final TelegramSettings settings;
  private final ZaloSettings zaloSettings;
  private final Clock clock;
  private final String officersChat;
  private final List<Service> others = new ArrayList<>();
  private Set<Role> roles = Role.ALL;
  private Service service;

  private RunningService(TelegramSettings.Mode mode, Rates rates, boolean hasToken, Clock clock) {
    this(mode, rates, hasToken, clock, "");
  }

  private RunningService(
      TelegramSettings.Mode mode, Rates rates, boolean hasToken, Clock clock, String officersChat) {
    this(mode, rates, hasToken, clock, officersChat, UnaryOperator.identity());
  }

  /// @param zalo made of those that lead to the stand-in, without its token
  private RunningService(
      TelegramSettings.Mode mode,
      Rates rates,
      boolean hasToken,
      Clock clock,
      String officersChat,
      UnaryOperator<ZaloSettings> zalo) {
    this.clock = clock;
    this.officersChat = officersChat;
    ZaloSettings zaloAll =
        this.zalo.settings(ZaloSettings.Mode.WEBHOOK, "http://127.0.0.1:" + port);
    zaloSettings = zalo.apply(with(zaloAll, "", ZaloSettings.Mode.WEBHOOK, 10_000, true));
    TelegramSettings all = telegram.settings(mode, "http://127.0.0.1:" + port);
    settings =
        new TelegramSettings(
            hasToken ? all.token() : "",
            all.apiUrl(),
            mode,
            all.publicUrl(),
            all.webhookSecret(),
            rates.overall(),
            rates.chat(),
            rates.broadcast());
    service = start(port);
  }

  static RunningService polling() {
    return new RunningService(TelegramSettings.Mode.POLLING, FAST, true, NOON);
  }

  /// With a group in which officers are told of their inbox.
  static RunningService withOfficersChat(String chat, Clock clock) {
    return new RunningService(TelegramSettings.Mode.POLLING, FAST, true, clock, chat);
  }

  /// Once the webhook is set.
  static RunningService webhook() {
    RunningService running = new RunningService(TelegramSettings.Mode.WEBHOOK, FAST, true, NOON);
    running.telegram.await("setWebhook", 1).await();
    return running;
  }

  static RunningService withoutTelegram() {
    return withoutTelegram(NOON);
  }

  static RunningService withoutTelegram(Clock clock) {
    return new RunningService(TelegramSettings.Mode.POLLING, SHIPPED, false, clock);
  }

  /// With the rate that is shipped.
  static RunningService slow() {
    return new RunningService(TelegramSettings.Mode.POLLING, SHIPPED, true, NOON);
  }

  /// With rates that a test is about.
  static RunningService at(Rates rates) {
    return new RunningService(TelegramSettings.Mode.POLLING, rates, true, NOON);
  }

  /// With Zalo's webhook, once it is set, and with Telegram.
  static RunningService bothMessengers(Clock clock) {
    return zalo(true, clock, ZaloSettings.Mode.WEBHOOK, 10_000, true);
  }

  /// With Zalo alone, once it can bring messages.
  static RunningService zalo(Clock clock, ZaloSettings.Mode mode) {
    return zalo(false, clock, mode, 10_000, true);
  }

  /// With Zalo alone by webhook.
  ///
  /// @param overall messages a second at the most
  /// @param writesFirst whether Zalo lets us
  static RunningService zalo(double overall, boolean writesFirst) {
    return zalo(false, NOON, ZaloSettings.Mode.WEBHOOK, overall, writesFirst);
  }

  private static RunningService zalo(
      boolean alsoTelegram,
      Clock clock,
      ZaloSettings.Mode mode,
      double overall,
      boolean writesFirst) {
    RunningService running =
        new RunningService(
            TelegramSettings.Mode.POLLING,
            FAST,
            alsoTelegram,
            clock,
            "",
            all -> with(all, FakeZaloApi.TOKEN, mode, overall, writesFirst));
    running
        .zalo
        .await(mode == ZaloSettings.Mode.WEBHOOK ? "setWebhook" : "deleteWebhook", 1)
        .await();
    return running;
  }

  private static ZaloSettings with(
      ZaloSettings all, String token, ZaloSettings.Mode mode, double overall, boolean writesFirst) {
    return new ZaloSettings(
        token,
        all.apiUrl(),
        mode,
        all.publicUrl(),
        all.webhookSecret(),
        overall,
        10_000,
        writesFirst);
  }

  void restart() {
    restart(() -> {});
  }

  /// @param meanwhile is done to the database while nobody runs on it
  void restart(Runnable meanwhile) {
    service.close();
    meanwhile.run();
    service = start(port);
  }

  /// Starts it again with these roles.
  void restart(Set<Role> only) {
    roles = only;
    restart();
  }

  /// Another node on the same database, with the same settings, but for its port and its roles;
  /// closed with this one.
  Service another(Set<Role> only) {
    Set<Role> own = roles;
    roles = only;
    Service other = start(freePort());
    roles = own;
    others.add(other);
    return other;
  }

  /// By the service's clock.
  Instant now() {
    return clock.instant();
  }

  String address() {
    return service.address();
  }

  /// Every route, with who may call it.
  List<Routes.Declared> routes() {
    return service.routes();
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(address() + path));
  }

  HttpResponse<String> get(String path) throws Exception {
    return send(to(path));
  }

  HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> postJson(String path, String body) throws Exception {
    return send(
        to(path)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  JsonObject ask(String question) throws Exception {
    return new JsonObject(
        postJson("/api/ask", new JsonObject().put("question", question).encode()).body());
  }

  /// Once the database counts so many.
  void awaitCount(String sql, long least) {
    Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> count(sql) >= least);
  }

  /// Once nothing that may leave by now is on its way any more.
  void awaitQuiet() {
    Awaitility.await()
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(20))
        .atMost(Duration.ofSeconds(30))
        .until(
            () ->
                count(
                        "select count(*) from delivery where state = 'queued' and due_at <= '"
                            + now()
                            + "'")
                    == 0);
  }

  /// Once every job has its next time.
  void awaitJobs() {
    awaitCount("select count(*) from qrtz_triggers", 7);
  }

  long count(String sql) {
    return database.pool().query(sql).execute().await().iterator().next().getLong(0);
  }

  /// What the only reminder is about.
  JsonObject wish() {
    Row row =
        database
            .pool()
            .query("select citizen_id, wish from reminder")
            .execute()
            .await()
            .iterator()
            .next();
    return database.vault().json(Column.REMINDER_WISH, row.getLong(0), row.getBuffer(1));
  }

  @Override
  public void close() {
    others.forEach(Service::close);
    service.close();
    telegram.stop().await();
    zalo.stop().await();
    database.close();
    vertx.close().await();
  }

  private Service start(int port) {
    Config config =
        new Config(
            roles,
            new Config.Http("127.0.0.1", port, 0, HttpSettings.Proxies.HERE),
            new DatabaseSettings(database.uri(), Path.of("unused"), 0),
            Path.of("knowledge-base"),
            SearchSettings.DEFAULT,
            settings,
            zaloSettings,
            ClockSettings.ORDINARY,
            RetentionSettings.DEFAULT,
            new Config.Reminders(QuietHours.USUAL),
            Config.Broadcasts.DEFAULT,
            new Config.Console(SessionTimes.DEFAULT, ""),
            new InboxSettings(OfficeHours.USUAL, 1, officersChat),
            LogSettings.DEFAULT,
            new Config.Data(TestDatabase.keyFile()));
    return Service.start(config, clock, progress::add);
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
