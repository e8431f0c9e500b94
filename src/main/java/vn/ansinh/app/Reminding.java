package vn.ansinh.app;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.ticks.Chores;
import vn.ansinh.broadcast.Runs;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.Retention;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.inbox.store.InboxWatch;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.ScheduleFiles;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.follow.Following;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Replanning;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.webchat.CalendarFeed;

/// The parts that remind, by the knowledge of the moment.
final class Reminding {
  private final Config config;
  private final Pool pool;
  private final Outbox outbox;
  private final Set<String> channels;
  private final Supplier<Library> library;
  private final Clock clock;
  private volatile @Nullable Made made;

  private record Made(Library library, Rules rules) {}

  Reminding(
      Config config,
      Pool pool,
      Outbox outbox,
      Collection<Channel> channels,
      Supplier<Library> library,
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
    this.clock = clock;
  }

  /// Made anew when the library has been exchanged.
  Rules rules() {
    Library current = library.get();
    Made last = made;
    if (last == null || last.library != current) {
      KnowledgeBase base = current.base();
      Calendars calendars = calendars(last == null ? Calendars.NONE : last.rules.calendars());
      Rules rules =
          new Rules(
              new Planner(calendars, config.reminders().quiet()),
              new ReminderTexts(base, calendars),
              calendars,
              feeds());
      last = new Made(current, rules);
      made = last;
    }
    return last.rules;
  }

  private String feeds() {
    String address = config.telegram().publicUrl().replaceFirst("/+$", "");
    return address.isEmpty() ? "" : address + CalendarFeed.PATH;
  }

  /// @param before is kept when an edit is broken: the rest of the knowledge base says so
  private Calendars calendars(Calendars before) {
    List<Fault> faults = new ArrayList<>();
    Calendars read = ScheduleFiles.calendars(config.knowledge(), clock, faults::addAll);
    return faults.isEmpty() ? read : before;
  }

  Chores chores(Runs broadcasts, InboxWatch inbox) {
    QuietHours quiet = config.reminders().quiet();
    DueReminders reminders = new DueReminders(pool, outbox, this::rules, channels, quiet, clock);
    Replanning replanning = new Replanning(pool, this::rules, clock);
    return new Chores(
        reminders,
        new Following(pool, reminders, replanning, this::rules, quiet, clock),
        new Retention(pool, config.retention(), clock),
        broadcasts,
        inbox,
        () -> library.get().base(),
        clock);
  }
}
