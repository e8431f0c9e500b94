package vn.ansinh.app;

import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.net.SocketException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.broadcasts.Broadcasting;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.data.DataKeys;
import vn.ansinh.app.inbox.OfficersInbox;
import vn.ansinh.app.officers.Office;
import vn.ansinh.app.pages.OfficePages;
import vn.ansinh.app.ticks.Ticks;
import vn.ansinh.app.watch.Backlog;
import vn.ansinh.app.watch.Metrics;
import vn.ansinh.broadcast.Runs;
import vn.ansinh.console.Desk;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.conversation.intake.Dialogues;
import vn.ansinh.conversation.intake.History;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.delivery.dispatch.store.Nodes;
import vn.ansinh.delivery.handout.Handouts;
import vn.ansinh.http.Assets;
import vn.ansinh.http.HttpService;
import vn.ansinh.http.HttpSettings;
import vn.ansinh.http.Routes;
import vn.ansinh.http.health.Health;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.vault.Vault;
import vn.ansinh.vault.VaultException;
import vn.ansinh.webchat.AskApi;
import vn.ansinh.webchat.CalendarFeed;
import vn.ansinh.webchat.CalendarPage;
import vn.ansinh.webchat.HandoutFile;
import vn.ansinh.webchat.WebChannel;
import vn.ansinh.webchat.WebChat;

/// The running service: the one place where the parts are put together, and taken apart in reverse.
final class Service implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /// What a page bears; nobody else pays for it.
  private static final Rates WEB_RATES = new Rates(10_000, 100);

  /// Messages that one chat may send in ten seconds, whatever it is allowed to receive.
  private static final int MOST_IN_WINDOW = 20;

  private final Config config;
  private final Clock clock;
  private final Consumer<String> progress;
  private final PrometheusMeterRegistry meters = Metrics.registry();
  private final Vertx vertx = Metrics.vertx(meters);
  private final UUID node = UUID.randomUUID();
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
    // Read while the database starts.
    Future<Knowledge> reading =
        vertx.executeBlocking(() -> new Knowledge(config, clock, PreparedLibrary.runningJar()));
    Database database = Database.open(vertx, config.database(), progress);
    stops.add(database::close);
    Vault vault = DataKeys.open(config, database.pool(), clock, progress);
    Knowledge knowledge = reading.await();
    stops.add(knowledge.watch(vertx));

    Messengers messengers = new Messengers(vertx, config, meters);
    stops.add(messengers::close);
    WebChannel web = new WebChannel();
    Map<String, Channel> channels = new HashMap<>(Map.of(web.name(), web));
    messengers.channels().forEach(channel -> channels.put(channel.name(), channel));
    Outbox outbox = outbox(channels, knowledge, vault);
    Reminding reminding =
        new Reminding(config, database.pool(), outbox, channels.values(), knowledge, vault, clock);
    stops.add(reminding.watch(vertx));
    Dispatcher dispatcher = dispatcher(database, channels, messengers.rates());
    OfficersInbox inbox =
        new OfficersInbox(
            config, database.pool(), outbox, () -> knowledge.get().base().phrases(), clock);
    inbox.bindTo(meters);
    Dialogues dialogues =
        new Dialogues(knowledge, reminding::rules, config.inbox(), mostInWindow());
    Conversations conversations =
        new Conversations(
            database.pool(), outbox, dispatcher, dialogues, inbox.cases(), vault, clock);
    conversations.bindTo(meters);
    stops.add(conversations.writeFigures(vertx));
    messengers.connect(conversations, () -> knowledge.get().base().phrases(), routes, clock);
    Held held = new Held(database, vault);
    pages(held, knowledge, conversations, web, outbox, reminding, inbox);
    messengers.begin(progress);
    told.putAll(messengers.told());
    stops.add(messengers::stop);
    Runs broadcasts = broadcasts(held, knowledge, dispatcher);
    Ticks ticks =
        new Ticks(
            vertx, database, config.clock(), reminding.chores(broadcasts, inbox.watch()), meters);
    stops.add(ticks::close);
    told.put("jobs", ticks::ready);
  }

  /// The database, and what opens the sealed data in it.
  private record Held(Database database, Vault vault) {
    Pool pool() {
      return database.pool();
    }
  }

  private void pages(
      Held held,
      Knowledge knowledge,
      Conversations conversations,
      WebChannel web,
      Outbox outbox,
      Reminding reminding,
      OfficersInbox inbox) {
    health(held.database, knowledge);
    new AskApi(conversations, clock).addTo(routes);
    Assets assets = new Assets();
    History history = new History(held.pool());
    new WebChat(conversations, history, web, assets, clock).addTo(routes);
    Supplier<KnowledgeBase> base = () -> knowledge.get().base();
    new CalendarPage(base, reminding::rules, assets, clock).addTo(routes);
    new CalendarFeed(held.pool(), base, reminding::rules, held.vault, clock).addTo(routes);
    new HandoutFile(held.pool(), held.vault, clock).addTo(routes);
    Office office = new Office(vertx, held.pool(), config.console(), held.vault, clock);
    stops.add(office::close);
    Desk desk = office.addTo(routes, assets);
    new Broadcasting(held.pool(), base, config, held.vault, clock).pages(outbox).addTo(desk);
    inbox.addTo(desk);
    new OfficePages(held.pool(), knowledge, config.knowledge(), clock).addTo(desk);
    reminding.pages().addTo(desk);
    listen(assets);
    office
        .firstLink(config.console().publicUrl().isEmpty() ? address : config.site())
        .ifPresent(progress);
    stops.add(web::close);
  }

  private Dispatcher dispatcher(
      Database database, Map<String, Channel> channels, Map<String, Rates> messengers) {
    Map<String, Rates> rates = new HashMap<>(messengers);
    rates.put(WebChannel.NAME, WEB_RATES);
    Dispatcher dispatcher =
        new Dispatcher(vertx, database.pool(), node, channels, rates, clock, meters);
    dispatcher.start().await();
    stops.add(() -> dispatcher.stop().await());
    return dispatcher;
  }

  private Runs broadcasts(Held held, Knowledge knowledge, Dispatcher dispatcher) {
    Runs broadcasts =
        new Broadcasting(held.pool(), () -> knowledge.get().base(), config, held.vault, clock)
            .runs();
    dispatcher.whenBroadcastsSettle(some -> Thread.startVirtualThread(() -> broadcasts.look(some)));
    return broadcasts;
  }

  private int mostInWindow() {
    double answered = 10 * Math.max(config.telegram().rateChat(), config.zalo().rateChat());
    return (int) Math.max(MOST_IN_WINDOW, 2 * answered);
  }

  private Outbox outbox(Map<String, Channel> channels, Knowledge knowledge, Vault vault) {
    Phrases phrases = knowledge.get().base().phrases();
    Fitting fitting =
        new Fitting(phrases.text(Phrase.NUMBERED_CHOICES), phrases.text(Phrase.FILE_LINK));
    String site = config.publicUrl().replaceFirst("/+$", "");
    Outbox.Links links = site.isEmpty() ? null : new Outbox.Links(site, new Handouts(vault));
    return new Outbox(channels, fitting, node, clock, links);
  }

  private void health(Database database, Knowledge knowledge) {
    knowledge.bindTo(meters);
    stops.add(new Backlog(database.pool(), meters, clock).watch(vertx));
    Nodes nodes = new Nodes(database.pool(), node);
    Map<String, Supplier<Future<?>>> needed =
        Map.of(
            "database", () -> database.pool().query("select 1").execute(),
            "delivery", nodes::lives,
            "knowledge", () -> Future.succeededFuture(knowledge.get()));
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
