package vn.ansinh.app;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.Role;
import vn.ansinh.citizen.Address;
import vn.ansinh.db.Database;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.delivery.dispatch.store.Lease;
import vn.ansinh.delivery.dispatch.store.Nodes;
import vn.ansinh.delivery.handout.Handouts;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.vault.Vault;
import vn.ansinh.webchat.WebChannel;

/// The way out: the outbox, and on a node that sends the dispatcher.
final class Delivering {
  /// What a page bears; nobody else pays for it.
  private static final Rates WEB_RATES = new Rates(10_000, 100);

  /// Under which nodes tell each other that one of them came or went.
  private static final String NODES = "ansinh_nodes";

  private static final Logger LOG = LoggerFactory.getLogger(Delivering.class);

  private final UUID node = UUID.randomUUID();
  private final Config config;
  private final Database database;
  private final Clock clock;
  private final WebChannel web;
  private final Map<String, Channel> channels = new HashMap<>();
  private @Nullable Dispatcher dispatcher;

  Delivering(Config config, Database database, Messengers messengers, Clock clock) {
    this.config = config;
    this.database = database;
    this.clock = clock;
    this.web = new WebChannel(database.signals());
    channels.put(web.name(), web);
    messengers.channels().forEach(channel -> channels.put(channel.name(), channel));
  }

  Collection<Channel> channels() {
    return List.copyOf(channels.values());
  }

  WebChannel web() {
    return web;
  }

  Outbox outbox(Phrases phrases, Vault vault) {
    Fitting fitting =
        new Fitting(phrases.text(Phrase.NUMBERED_CHOICES), phrases.text(Phrase.FILE_LINK));
    UUID holder = config.does(Role.DELIVERY) ? node : null;
    String site = config.publicUrl().replaceFirst("/+$", "");
    Outbox.Links links = site.isEmpty() ? null : new Outbox.Links(site, new Handouts(vault));
    return new Outbox(channels, fitting, holder, clock, links);
  }

  /// Begins to send.
  ///
  /// @param messengers their rates by channel
  void start(Vertx vertx, Map<String, Rates> messengers, MeterRegistry meters) {
    Map<String, Rates> rates = new HashMap<>(messengers);
    rates.put(WebChannel.NAME, WEB_RATES);
    Dispatcher started =
        new Dispatcher(vertx, database.pool(), node, channels, rates, clock, meters);
    started.start().await();
    dispatcher = started;
    database.signals().say(NODES, "");
  }

  /// Hears from now on of what other nodes do.
  void hear() {
    Dispatcher sends = dispatcher;
    if (sends != null) {
      database.signals().hear(NODES, _ -> sends.recount());
    }
    if (config.does(Role.WEB)) {
      web.hear();
    }
    if (sends != null || config.does(Role.WEB)) {
      database
          .signals()
          .listen()
          .onFailure(e -> LOG.warn("other nodes are not heard: {}", e.toString()));
    }
  }

  /// Ends what is under way, gives the rest back, and leaves the rate to the others.
  void stop() {
    if (dispatcher != null) {
      dispatcher.stop().await();
      database.signals().say(NODES, "");
    }
  }

  /// After a commit. Where nothing is sent, open pages are told all the same: they read what is
  /// written.
  void accept(Set<Address> erased, List<Delivery> written) {
    if (dispatcher != null) {
      dispatcher.accept(erased, written);
    } else {
      written.stream()
          .map(Delivery::address)
          .filter(address -> address.channel().equals(WebChannel.NAME))
          .forEach(web::tell);
    }
  }

  void whenBroadcastsSettle(Consumer<Set<Long>> settled) {
    if (dispatcher != null) {
      dispatcher.whenBroadcastsSettle(settled);
    }
  }

  /// What one node does for all.
  Lease lease(String name) {
    return new Lease(database.pool(), node, name);
  }

  /// Fails when the others take this node for dead.
  Future<Void> lives() {
    return new Nodes(database.pool(), node).lives();
  }
}
