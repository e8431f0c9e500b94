package vn.ansinh.app.ticks;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.knowledge.StaleReport;
import vn.ansinh.broadcast.Runs;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Retention;
import vn.ansinh.inbox.store.InboxWatch;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.impact.Stale;
import vn.ansinh.knowledge.impact.Staleness;
import vn.ansinh.reminder.follow.Following;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.vault.Sealing;

/// What the tasks do, each with one line in the log when something was done.
public final class Chores {
  private static final Logger LOG = LoggerFactory.getLogger(Chores.class);

  /// How long a review of an entry lasts, as in `knowledge stale`.
  private static final int REVIEW_MONTHS = 6;

  private final DueReminders reminders;
  private final Following following;
  private final Retention retention;
  private final Sealing sealing;
  private final Runs broadcasts;
  private final InboxWatch inbox;
  private final Supplier<KnowledgeBase> knowledge;
  private final Clock clock;

  /// What is forgotten in time, and how the rest is sealed.
  public record Keeping(Retention retention, Sealing sealing) {}

  public Chores(
      DueReminders reminders,
      Following following,
      Keeping keeping,
      Runs broadcasts,
      InboxWatch inbox,
      Supplier<KnowledgeBase> knowledge,
      Clock clock) {
    this.reminders = reminders;
    this.following = following;
    this.retention = keeping.retention;
    this.sealing = keeping.sealing;
    this.broadcasts = broadcasts;
    this.inbox = inbox;
    this.knowledge = knowledge;
    this.clock = clock;
  }

  Map<Task, Runnable> all() {
    return Map.of(
        Task.DUE_REMINDERS, this::remind,
        Task.SCHEDULED_BROADCASTS, broadcasts::tick,
        Task.INBOX, this::watch,
        Task.RETENTION, this::forget,
        Task.SEALING, this::seal,
        Task.REPLANNING, this::replan,
        Task.STALE_KNOWLEDGE, this::review);
  }

  private void remind() {
    DueReminders.Tick tick = reminders.fireDue();
    if (tick.reminders() > 0) {
      LOG.info(
          "{} reminders were due: {} messages queued, {} missed",
          tick.reminders(),
          tick.queued(),
          tick.missed());
    }
    following
        .follow()
        .ifPresent(
            followed ->
                LOG.info(
                    "other calendars are followed: {} messages about it queued, {} reminders have another"
                        + " next date",
                    followed.told(),
                    followed.moved()));
    int buried = retention.bury();
    if (buried > 0) {
      LOG.info("the last of {} erased citizens is gone", buried);
    }
  }

  private void watch() {
    List<Long> late = inbox.look();
    if (!late.isEmpty()) {
      LOG.warn("citizens have waited too long for an officer: cases {}", late);
    }
  }

  private void replan() {
    LOG.info("{} reminders have another next date", following.replan());
  }

  private void forget() {
    Retention.Swept swept = retention.sweep();
    LOG.info(
        "had their time: {} deliveries, {} received messages, {} reminders, {} cases, {} questions, {} keys of erased"
            + " messages, {} daily figures",
        swept.deliveries(),
        swept.received(),
        swept.reminders(),
        swept.cases(),
        swept.questions(),
        swept.erasedKeys(),
        swept.figures());
  }

  private void seal() {
    int rows = sealing.reseal();
    if (rows > 0) {
      LOG.info("{} rows with personal data were sealed by the present key", rows);
    }
  }

  private void review() {
    LocalDate day = VietnamTime.today(clock);
    List<Stale> stale = Staleness.of(knowledge.get(), day, REVIEW_MONTHS);
    StaleReport.lines(stale, day).forEach(line -> LOG.warn("{}", line));
  }
}
