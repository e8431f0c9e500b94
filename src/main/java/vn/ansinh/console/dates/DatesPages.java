package vn.ansinh.console.dates;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.function.Supplier;
import vn.ansinh.console.Desk;
import vn.ansinh.edition.CalendarTexts;
import vn.ansinh.edition.Publishing;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.reminder.follow.Foresight;
import vn.ansinh.reminder.store.Rules;

/// The pages under `/console/dates`: the days that reminders go by, and their editing: one officer
/// proposes, another looks at what follows and publishes.
public final class DatesPages {
  private final Pool pool;
  private final Tools tools;

  /// @param rules by which reminders are planned at the moment
  public DatesPages(
      Pool pool,
      Supplier<KnowledgeBase> base,
      Supplier<Rules> rules,
      CalendarTexts texts,
      Foresight foresight,
      Clock clock) {
    this.pool = pool;
    this.tools = new Tools(base, rules, texts, new Publishing(pool, clock), foresight, clock);
  }

  public void addTo(Desk desk) {
    new DatesPage(pool, tools).addTo(desk);
    new EditPage(tools).addTo(desk);
    new ProposalPage(tools).addTo(desk);
    new EditionsPage(tools).addTo(desk);
  }
}
