package vn.ansinh.app.pages;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.app.broadcasts.Broadcasting;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.data.DataKeys.Held;
import vn.ansinh.app.inbox.OfficersInbox;
import vn.ansinh.app.officers.Office;
import vn.ansinh.console.Desk;
import vn.ansinh.console.dates.DatesPages;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.conversation.intake.History;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.http.Assets;
import vn.ansinh.http.Routes;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vault.Vault;
import vn.ansinh.webchat.AskApi;
import vn.ansinh.webchat.CalendarFeed;
import vn.ansinh.webchat.CalendarPage;
import vn.ansinh.webchat.HandoutFile;
import vn.ansinh.webchat.WebChannel;
import vn.ansinh.webchat.WebChat;

/// What people open on a node with pages: the citizens' and the officers'.
public final class Site implements AutoCloseable {
  private final Pool pool;
  private final Vault vault;
  private final Config config;
  private final Supplier<Library> library;
  private final Supplier<KnowledgeBase> base;
  private final Routes routes;
  private final Assets assets;
  private final Clock clock;
  private final Office office;

  /// @param library of the moment
  public Site(
      Vertx vertx,
      Config config,
      Held held,
      Supplier<Library> library,
      Routes routes,
      Assets assets,
      Clock clock) {
    this.pool = held.pool();
    this.vault = held.vault();
    this.config = config;
    this.library = library;
    this.base = () -> library.get().base();
    this.routes = routes;
    this.assets = assets;
    this.clock = clock;
    this.office = new Office(vertx, pool, config.console(), vault, clock);
  }

  /// Adds the citizens' pages, with the files of all pages.
  public void citizens(Conversations conversations, WebChannel web, Supplier<Rules> rules) {
    assets.addTo(routes);
    new AskApi(conversations, clock).addTo(routes);
    new WebChat(conversations, new History(pool), web, assets, clock).addTo(routes);
    new CalendarPage(base, rules, assets, clock).addTo(routes);
    new CalendarFeed(pool, base, rules, vault, clock).addTo(routes);
    new HandoutFile(pool, vault, clock).addTo(routes);
  }

  /// Adds the officers' pages.
  public void officers(Outbox outbox, OfficersInbox inbox, DatesPages dates) {
    Desk desk = office.addTo(routes, assets);
    new Broadcasting(pool, base, config, vault, clock).pages(outbox).addTo(desk);
    inbox.addTo(desk);
    new OfficePages(pool, library, config.knowledge(), clock).addTo(desk);
    dates.addTo(desk);
  }

  /// What to tell who started the service while there is no officer; empty when there is one.
  ///
  /// @param address where it listens
  public Optional<String> firstLink(String address) {
    return office.firstLink(config.console().publicUrl().isEmpty() ? address : config.site());
  }

  @Override
  public void close() {
    office.close();
  }
}
