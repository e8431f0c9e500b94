package vn.ansinh.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.SocketException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.broadcasts.Broadcasting;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.config.Role;
import vn.ansinh.app.data.DataKeys;
import vn.ansinh.app.data.DataKeys.Held;
import vn.ansinh.app.inbox.OfficersInbox;
import vn.ansinh.app.pages.Site;
import vn.ansinh.app.ticks.Chores;
import vn.ansinh.app.ticks.Ticks;
import vn.ansinh.app.watch.Backlog;
import vn.ansinh.app.watch.Metrics;
import vn.ansinh.broadcast.Runs;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.conversation.intake.Dialogues;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.http.Assets;
import vn.ansinh.http.HttpService;
import vn.ansinh.http.HttpSettings;
import vn.ansinh.http.Routes;
import vn.ansinh.http.health.Health;
import vn.ansinh.vault.KeyFile;
import vn.ansinh.vault.VaultException;

/// The running service: the one place where the parts are put together, and taken apart in reverse.
final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /// Messages that one chat may send in ten seconds, whatever it is allowed to receive.
  private static final int MOST_IN_WINDOW = 20;

  private final Config config;
  private final Clock clock;
  private final Consumer<String> progress;
  private final PrometheusMeterRegistry meters = Metrics.registry();
  private final Vertx vertx = Metrics.vertx(meters);
  private final Routes routes = new Routes();
  private final List<Runnable> stops = new ArrayList<>();
  private final Map<String, Supplier<Future<?>>> told = new ConcurrentSkipListMap<>();
  private String address = "";

  private Service(Config config, Clock clock, Consumer<String> progress) {
    this.config = config;
    this.clock = clock;
    this.progress = progress;
  }

  /// Starts everything; what has been started is stopped again when a later part fails.
  ///
  /// @param progress told in plain words what is going on
  /// @throws OperatorException when the operator has to change something first
  static Service start(Config config, Clock clock, Consumer<String> progress) {
    Service service = new Service(config, clock, progress);
    try {
      service.open();
      return service;
    } catch (DatabaseException e) {
      service.close();
      throw new OperatorException(1, List.of(String.valueOf(e.getMessage())));
    } catch (VaultException e) {
      service.close();
      throw new OperatorException(2, List.of(String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      service.close();
      throw e;
    }
  }

  /// Where a browser finds the page.
  String address() {
    return address;
  }

  /// Every route, with who may call it.
  List<Routes.Declared> routes() {
    return routes.declared();
  }

  /// Takes nothing new, ends what is under way, gives the rest back, and stops the database last.
  @Override
  public void close() {
    for (Runnable stop : stops.reversed()) {
      try {
        stop.run();
      } catch (RuntimeException e) {
        LOG.warn("a part did not stop in order: {}", e.toString());
      }
    }
    vertx.close().await();
  }

  private void open() {
    // Both while the database starts.
    vertx.executeBlocking(Executors.callable(KeyFile::warm), false);
    Future<Knowledge> reading = vertx.executeBlocking(() -> new Knowledge(config, clock));
    Database database = Database.open(vertx, config.database(), progress);
    stops.add(database::close);
    Held held = new Held(database, DataKeys.open(config, database.pool(), clock, progress));
    Knowledge knowledge = reading.await();
    stops.add(knowledge.watch(vertx));

    Messengers messengers = new Messengers(vertx, config, meters);
    stops.add(messengers::close);
    Delivering delivering = new Delivering(config, database, messengers, clock);
    Outbox outbox = delivering.outbox(knowledge.get().base().phrases(), held.vault());
    Reminding reminding =
        new Reminding(
            config, held.pool(), outbox, delivering.channels(), knowledge, held.vault(), clock);
    stops.add(reminding.watch(vertx));
    if (config.does(Role.DELIVERY)) {
      delivering.start(vertx, messengers.rates(), meters);
      stops.add(delivering::stop);
    }
    OfficersInbox inbox =
        new OfficersInbox(
            config, database.pool(), outbox, () -> knowledge.get().base().phrases(), clock);
    inbox.bindTo(meters);
    health(database, knowledge, delivering);
    Conversations conversations =
        conversations(held, knowledge, delivering, outbox, reminding, inbox);
    messengers.connect(
        conversations, () -> knowledge.get().base().phrases(), routes, clock, delivering::lease);
    if (config.does(Role.WEB)) {
      pages(held, knowledge, conversations, delivering, outbox, reminding, inbox);
    } else {
      listen(new Assets());
    }
    delivering.hear();
    messengers.begin(progress);
    told.putAll(messengers.told());
    stops.add(messengers::stop);
    jobs(held, knowledge, delivering, reminding, inbox);
  }

  private Conversations conversations(
      Held held,
      Knowledge knowledge,
      Delivering delivering,
      Outbox outbox,
      Reminding reminding,
      OfficersInbox inbox) {
    Dialogues dialogues =
        new Dialogues(knowledge, reminding::rules, config.inbox(), mostInWindow());
    Conversations conversations =
        new Conversations(
            held.pool(), outbox, delivering::accept, dialogues, inbox.cases(), held.vault(), clock);
    conversations.bindTo(meters);
    stops.add(conversations.writeFigures(vertx));
    return conversations;
  }

  private int mostInWindow() {
    double answered = 10 * Math.max(config.telegram().rateChat(), config.zalo().rateChat());
    return (int) Math.max(MOST_IN_WINDOW, 2 * answered);
  }

  private void pages(
      Held held,
      Knowledge knowledge,
      Conversations conversations,
      Delivering delivering,
      Outbox outbox,
      Reminding reminding,
      OfficersInbox inbox) {
    Assets assets = new Assets();
    Site site = new Site(vertx, config, held, knowledge, routes, assets, clock);
    stops.add(site::close);
    site.citizens(conversations, delivering.web(), reminding::rules);
    site.officers(outbox, inbox, reminding.pages());
    listen(assets);
    site.firstLink(address).ifPresent(progress);
    stops.add(delivering.web()::close);
  }

  private void jobs(
      Held held,
      Knowledge knowledge,
      Delivering delivering,
      Reminding reminding,
      OfficersInbox inbox) {
    Runs broadcasts =
        new Broadcasting(held.pool(), () -> knowledge.get().base(), config, held.vault(), clock)
            .runs();
    delivering.whenBroadcastsSettle(some -> Thread.startVirtualThread(() -> broadcasts.look(some)));
    if (config.does(Role.JOBS)) {
      Chores chores = reminding.chores(broadcasts, inbox.watch());
      Ticks ticks = new Ticks(vertx, held.database(), config.clock(), chores, meters);
      stops.add(ticks::close);
      told.put("jobs", ticks::ready);
    }
  }

  /// This node is asked for what it has roles for, and for no more.
  private void health(Database database, Knowledge knowledge, Delivering delivering) {
    knowledge.bindTo(meters);
    for (Role role : Role.values()) {
      Gauge.builder("ansinh.role", () -> config.does(role) ? 1 : 0)
          .tag("role", role.key())
          .register(meters);
    }
    stops.add(new Backlog(database.pool(), meters, clock).watch(vertx));
    Map<String, Supplier<Future<?>>> needed = new HashMap<>();
    needed.put("database", () -> database.pool().query("select 1").execute());
    needed.put("knowledge", () -> Future.succeededFuture(knowledge.get()));
    if (config.does(Role.DELIVERY)) {
      needed.put("delivery", delivering::lives);
    }
    new Health(needed, told, meters).addTo(routes);
  }

  private void listen(Assets assets) {
    Config.Http http = config.http();
    HttpSettings settings =
        HttpSettings.of(http.host(), http.port(), http.rateAddress(), http.proxies());
    HttpService server = new HttpService(vertx, settings, routes, assets, meters);
    try {
      server.start().await();
    } catch (Exception e) {
      if (e instanceof SocketException) {
        throw OperatorException.cannotListen(http);
      }
      throw e;
    }
    stops.add(() -> server.stop().await());
    String host = http.host().equals("0.0.0.0") ? "localhost" : http.host();
    address = "http://" + host + ":" + server.port();
  }
}
