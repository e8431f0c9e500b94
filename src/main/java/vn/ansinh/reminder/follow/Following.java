package vn.ansinh.reminder.follow;

import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.store.DueReminders;
import vn.ansinh.reminder.store.Replanning;
import vn.ansinh.reminder.store.Rules;

/// Follows the calendars: tells at once what must be told of a change, and finds the next dates
/// anew.
///
/// What is followed is kept in the database and written last: a node that dies in the middle leaves
/// it to the next one, which tells nobody twice. A calendar that officers published is the same on
/// every node. Of those that none published nodes are expected to read the same files; one that
/// starts with older ones takes them for a change.
///
/// All methods block until they are done: not for an event loop.
public final class Following {
  private final Pool pool;
  private final DueReminders reminders;
  private final Replanning replanning;
  private final Supplier<Rules> rules;
  private final QuietHours quiet;
  private final Clock clock;
  private final FollowedStore store = new FollowedStore();

  /// Those that this node looked at last; it reads the database for new ones only.
  private volatile @Nullable Rules seen;

  /// @param rules by the calendars that are published at the moment of asking
  public Following(
      Pool pool,
      DueReminders reminders,
      Replanning replanning,
      Supplier<Rules> rules,
      QuietHours quiet,
      Clock clock) {
    this.pool = pool;
    this.reminders = reminders;
    this.replanning = replanning;
    this.rules = rules;
    this.quiet = quiet;
    this.clock = clock;
  }

  /// @param told messages about changed days that were queued
  /// @param moved reminders with another next date
  public record Followed(int told, int moved) {}

  /// Empty when the calendars are those that are followed already.
  public Optional<Followed> follow() {
    Rules current = rules.get();
    if (current == seen) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<FollowedStore.Days> known = store.read(pool, mark(current));
    Changes changes =
        known.map(days -> changes(current.planner(), days.published(), now)).orElse(Changes.NONE);
    boolean isSame = known.filter(FollowedStore.Days::isCurrent).isPresent() && changes.isEmpty();
    Followed followed = isSame ? null : new Followed(told(changes), replan(current));
    seen = current;
    return Optional.ofNullable(followed);
  }

  /// What must be told at once.
  ///
  /// @param payments by benefit
  private record Changes(Map<String, List<Planned>> payments, List<Planned> sessions) {
    private static final Changes NONE = new Changes(Map.of(), List.of());

    private boolean isEmpty() {
      return payments.isEmpty() && sessions.isEmpty();
    }
  }

  private static Changes changes(Planner planner, FollowedStore.Published before, Instant now) {
    return new Changes(
        planner.changes(before.payments(), now), planner.movedSessions(before.sessions(), now));
  }

  /// Finds every next date anew, and keeps the days that have become known since.
  ///
  /// @return how many reminders have another next date
  public int replan() {
    return replan(rules.get());
  }

  private int told(Changes changes) {
    return reminders.announce(changes.payments).queued()
        + reminders.announceMoved(changes.sessions).queued();
  }

  private int replan(Rules current) {
    int moved = replanning.replan();
    Instant now = clock.instant();
    Planner planner = current.planner();
    store.keep(
        pool,
        mark(current),
        new FollowedStore.Published(planner.published(now), planner.publishedSessions(now)),
        now);
    return moved;
  }

  /// The same for all that the plans go by, in every process; holidays as far as they are decided.
  private String mark(Rules rules) {
    Calendars calendars = rules.calendars();
    Holidays holidays = calendars.working().holidays();
    int year = VietnamTime.today(clock).getYear();
    return Stream.of(
            quiet,
            calendars.payments(),
            calendars.sessions(),
            calendars.schedule().rules(),
            holidays.in(year),
            holidays.in(year + 1))
        .map(Object::toString)
        .collect(Collectors.joining("\n"));
  }
}
