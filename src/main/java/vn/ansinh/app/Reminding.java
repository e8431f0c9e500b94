package vn.ansinh.app;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.ticks.Chores;
import vn.ansinh.broadcast.Runs;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.Retention;
import vn.ansinh.console.dates.DatesPages;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.edition.CalendarTexts;
import vn.ansinh.edition.Published;
import vn.ansinh.edition.Published.Editions;
import vn.ansinh.inbox.store.InboxWatch;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.follow.Following;
import vn.ansinh.reminder.follow.Foresight;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Replanning;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vault.Keys;
import vn.ansinh.vault.Sealing;
import vn.ansinh.vault.Vault;
import vn.ansinh.webchat.CalendarFeed;

/// The parts that remind, by the knowledge of the moment.
final class Reminding {
  private static final Logger LOG = LoggerFactory.getLogger(Reminding.class);

  private final Config config;
  private final Pool pool;
  private final Outbox outbox;
  private final Set<String> channels;
  private final Supplier<Library> library;
  private final Vault vault;
  private final Clock clock;
  private final Published published;
  private final CalendarTexts texts;
  private volatile @Nullable Made made;

  private record Made(Library library, Editions editions, Rules rules) {}

  Reminding(
      Config config,
      Pool pool,
      Outbox outbox,
      Collection<Channel> channels,
      Supplier<Library> library,
      Vault vault,
      Clock clock) {
    this.config = config;
    this.pool = pool;
    this.outbox = outbox;
    this.channels =
        channels.stream()
            .filter(channel -> channel.capabilities().mayWriteFirst())
            .map(Channel::name)
            .collect(Collectors.toUnmodifiableSet());
    this.library = library;
    this.vault = vault;
    this.clock = clock;
    this.published = new Published(pool);
    this.texts = new CalendarTexts(config.knowledge(), published, clock);
  }

  /// Takes over what is published, now and as it comes.
  ///
  /// @return ends it
  Runnable watch(Vertx vertx) {
    published.look().await();
    return published.watch(vertx);
  }

  /// Made anew when the library has been exchanged or a calendar was published.
  Rules rules() {
    Library current = library.get();
    Editions editions = published.current();
    Made last = made;
    if (last == null || last.library != current || last.editions != editions) {
      KnowledgeBase base = current.base();
      Calendars calendars = calendars(last == null ? null : last.rules.calendars());
      Rules rules =
          new Rules(
              new Planner(calendars, config.reminders().quiet()),
              new ReminderTexts(base, calendars),
              calendars,
              feeds());
      last = new Made(current, editions, rules);
      made = last;
    }
    return last.rules;
  }

  private String feeds() {
    String address = config.publicUrl().replaceFirst("/+$", "");
    return address.isEmpty() ? "" : address + CalendarFeed.PATH;
  }

  /// @param before is kept when an edit is broken: the rest of the knowledge base says so. Null at
  ///     the start, when the files are good and a published calendar at most names what they no
  ///     longer have: its days hold all the same
  private Calendars calendars(@Nullable Calendars before) {
    CalendarTexts.Checked read = texts.current();
    Knowledge.lines(read.faults()).forEach(line -> LOG.warn("{}", line));
    return read.faults().isEmpty() || before == null ? read.calendars() : before;
  }

  /// What everybody has published by now, not only what this node has heard of: two nodes must not
  /// follow two editions in turn.
  private Rules latest() {
    published.look().await();
    return rules();
  }

  DatesPages pages() {
    return new DatesPages(
        pool,
        () -> library.get().base(),
        this::rules,
        texts,
        new Foresight(pool, channels, config.reminders().quiet(), vault, clock),
        clock);
  }

  Chores chores(Runs broadcasts, InboxWatch inbox) {
    QuietHours quiet = config.reminders().quiet();
    DueReminders reminders =
        new DueReminders(pool, outbox, this::rules, channels, quiet, vault, clock);
    Replanning replanning = new Replanning(pool, this::rules, vault, clock);
    return new Chores(
        reminders,
        new Following(pool, reminders, replanning, this::latest, quiet, clock),
        new Chores.Keeping(
            new Retention(pool, config.retention(), clock),
            new Sealing(pool, new Keys(pool, config.keyFile(), clock), vault)),
        broadcasts,
        inbox,
        () -> library.get().base(),
        clock);
  }
}
