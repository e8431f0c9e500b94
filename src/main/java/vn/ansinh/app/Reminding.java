package vn.ansinh.app;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.app.ticks.Chores;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.citizen.Retention;
import vn.ansinh.citizen.RetentionSettings;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Replanning;
import vn.ansinh.reminder.store.Rules;

/// The parts that remind, by the knowledge of the moment.
final class Reminding {
  private final Pool pool;
  private final Outbox outbox;
  private final Set<String> channels;
  private final Supplier<Library> library;
  private final Clock clock;
  private volatile @Nullable Made made;

  private record Made(Library library, Rules rules) {}

  Reminding(
      Pool pool,
      Outbox outbox,
      Collection<Channel> channels,
      Supplier<Library> library,
      Clock clock) {
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
  private Rules rules() {
    Library current = library.get();
    Made last = made;
    if (last == null || last.library != current) {
      KnowledgeBase base = current.base();
      Calendars calendars = Calendars.NONE;
      Rules rules =
          new Rules(
              new Planner(base, calendars, QuietHours.USUAL), new ReminderTexts(base, calendars));
      last = new Made(current, rules);
      made = last;
    }
    return last.rules;
  }

  Chores chores(RetentionSettings retention) {
    return new Chores(
        pool,
        new DueReminders(
            pool, outbox, this::rules, channels, QuietHours.USUAL, clock),
        new Replanning(pool, this::rules, clock),
        new Retention(pool, retention, clock),
        () -> library.get().base(),
        clock);
  }
}
