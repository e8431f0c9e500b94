package vn.ansinh.app.broadcasts;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Map;
import java.util.function.Supplier;
import vn.ansinh.app.config.Config;
import vn.ansinh.broadcast.Broadcasts;
import vn.ansinh.broadcast.Reports;
import vn.ansinh.broadcast.Runs;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.broadcast.template.DraftTemplates;
import vn.ansinh.broadcast.trial.Trial;
import vn.ansinh.console.broadcasts.BroadcastPages;
import vn.ansinh.console.broadcasts.Tools;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.log.AuditPages;
import vn.ansinh.telegram.TelegramChannel;
import vn.ansinh.telegram.TelegramSettings;
import vn.ansinh.text.Phrase;
import vn.ansinh.vault.Vault;
import vn.ansinh.zalo.ZaloChannel;
import vn.ansinh.zalo.ZaloSettings;

/// The parts that make broadcasts, by the knowledge of the moment; the same for the service and for
/// its command line.
public final class Broadcasting {
  private final Pool pool;
  private final Supplier<KnowledgeBase> base;
  private final Config config;
  private final Clock clock;
  private final Refusals refusals;
  private final Mailing mailing;
  private final Composer composer;

  public Broadcasting(
      Pool pool, Supplier<KnowledgeBase> base, Config config, Vault vault, Clock clock) {
    this.pool = pool;
    this.base = base;
    this.config = config;
    this.clock = clock;
    this.refusals = new Refusals(() -> base.get().phrases());
    Fitting fitting = new Fitting(base.get().phrases().text(Phrase.NUMBERED_CHOICES));
    Map<String, Capabilities> channels =
        Map.of(
            "telegram",
            TelegramChannel.CAPABILITIES,
            "zalo",
            ZaloChannel.capabilities(config.zalo()));
    this.mailing = new Mailing(channels, fitting, vault, clock);
    this.composer = new Composer(base, mailing, refusals);
  }

  public Refusals refusals() {
    return refusals;
  }

  /// For a preview of what citizens would get.
  public Composer composer() {
    return composer;
  }

  public Broadcasts broadcasts() {
    return new Broadcasts(pool, composer, mailing, config.reminders().quiet(), refusals, clock);
  }

  public Reports reports() {
    return new Reports(pool, mailing);
  }

  /// Their pages.
  public BroadcastPages pages(Outbox outbox) {
    return new BroadcastPages(
        new Tools(
            broadcasts(),
            reports(),
            new DraftTemplates(pool, composer, clock),
            new Trial(pool, composer, outbox, refusals, clock),
            composer,
            refusals,
            base,
            new AuditPages(pool),
            perSecond(config.telegram(), config.zalo()),
            clock));
  }

  /// How many messages of broadcasts a second the messengers bring that run, all together. Paid
  /// ones have a rate of their own. Where none runs, as many as Telegram would.
  static double perSecond(TelegramSettings telegram, ZaloSettings zalo) {
    double byTelegram =
        telegram.rateBroadcast() > 0 ? telegram.rateBroadcast() : telegram.rateOverall();
    if (!zalo.isOn() || !zalo.writesFirst()) {
      return byTelegram;
    }
    return zalo.rateOverall() + (telegram.token().isEmpty() ? 0 : byTelegram);
  }

  public Runs runs() {
    return new Runs(
        pool,
        composer,
        mailing,
        config.reminders().quiet(),
        refusals,
        clock,
        config.broadcasts().pauseAfter());
  }
}
