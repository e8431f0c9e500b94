package vn.ansinh.app.inbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Supplier;
import vn.ansinh.app.config.Config;
import vn.ansinh.citizen.Address;
import vn.ansinh.console.Desk;
import vn.ansinh.console.inbox.InboxPages;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.inbox.store.CasePages;
import vn.ansinh.inbox.store.CaseWork;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.inbox.store.InboxWatch;
import vn.ansinh.inbox.store.OfficersChat;
import vn.ansinh.officer.Audit;
import vn.ansinh.text.Phrases;

/// Questions to the officers: how they come in, are worked on, and are watched.
public final class OfficersInbox {
  private static final String TELEGRAM = "telegram";

  private final Pool pool;
  private final Outbox outbox;
  private final Supplier<Phrases> phrases;
  private final Clock clock;
  private final OfficersChat officers;
  private final InboxWatch watch;

  /// @param phrases of the moment
  public OfficersInbox(
      Config config, Pool pool, Outbox outbox, Supplier<Phrases> phrases, Clock clock) {
    this.pool = pool;
    this.outbox = outbox;
    this.phrases = phrases;
    this.clock = clock;
    String group = config.inbox().chat();
    Address address = group.isEmpty() ? null : new Address(TELEGRAM, group);
    this.officers = new OfficersChat(outbox, address, config.site(), phrases);
    this.watch = new InboxWatch(pool, officers, clock);
  }

  public Cases cases() {
    return new Cases(officers);
  }

  public InboxWatch watch() {
    return watch;
  }

  public void bindTo(MeterRegistry meters) {
    watch.bindTo(meters);
  }

  public void addTo(Desk desk) {
    CaseWork work = new CaseWork(pool, outbox, phrases, new Audit(clock), clock);
    new InboxPages(new CasePages(pool, clock), work).addTo(desk);
  }
}
