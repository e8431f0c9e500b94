package vn.ansinh.reminder.follow;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.knowledge.days.PaymentDays;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.Planned.Reason;
import vn.ansinh.reminder.Planner;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.reminder.store.WishJson;
import vn.ansinh.reminder.visit.Moved;
import vn.ansinh.vault.Vault;

/// What [Following] would do if other calendars were published now. Changes nothing.
///
/// All methods block until they are done: not for an event loop.
public final class Foresight {
  private static final int BATCH = 1_000;

  /// By then the last dose of a child who is born today is given.
  private static final int YEARS = 18;

  /// Reminders of citizens who can be reached on the channels of `$1`. A card ends when it ends: no
  /// calendar moves that.
  private static final String REACHED =
      """

      from reminder r join citizen c on c.id = r.citizen_id
      where r.ended_at is null and c.stopped_at is null
        and (c.unreachable_at is null and c.channel = any ($1) or exists (
          select 1 from joined_chat j join citizen o on o.id = j.other_id
          where j.citizen_id = c.id and o.unreachable_at is null and o.channel = any ($1)))
      """;

  private final Pool pool;
  private final Set<String> channels;
  private final QuietHours quiet;
  private final WishJson wishes;
  private final Clock clock;
  private final FollowedStore store = new FollowedStore();

  /// @param channels on which a citizen may be written to first
  public Foresight(Pool pool, Set<String> channels, QuietHours quiet, Vault vault, Clock clock) {
    this.pool = pool;
    this.channels = Set.copyOf(channels);
    this.quiet = quiet;
    this.wishes = new WishJson(vault);
    this.clock = clock;
  }

  /// Reminders whose next message goes out on another day.
  ///
  /// @param benefit empty but for payments
  /// @param from null when none was known
  /// @param to null when none is known any more
  public record Move(
      Wish.Kind kind, String benefit, @Nullable LocalDate from, @Nullable LocalDate to) {}

  /// Messages that tell of a changed day of payment or vaccination, at once or after quiet hours.
  ///
  /// @param change whose reason is [Reason.Changed] or [Reason.OfMove]
  public record AtOnce(Planned change, long messages) {
    public Instant send() {
      return change.send();
    }
  }

  /// @param moves with the number of reminders, the most first
  /// @param looked at: the reminders of citizens who can be reached
  public record Seen(Map<Move, Long> moves, long looked, List<AtOnce> atOnce) {
    public long moved() {
      return moves.values().stream().mapToLong(Long::longValue).sum();
    }

    public List<Map.Entry<Move, Long>> most(int some) {
      return moves.entrySet().stream()
          .sorted(Map.Entry.<Move, Long>comparingByValue().reversed())
          .limit(some)
          .toList();
    }

    public long messages() {
      return atOnce.stream().mapToLong(AtOnce::messages).sum();
    }
  }

  /// @param now what reminders are planned by
  /// @param after the calendars as they would be
  public Seen of(Rules now, Calendars after) {
    Planner then = new Planner(after, quiet);
    Map<Move, Long> moves = new HashMap<>();
    long looked = payments(now.planner(), then, moves);
    looked +=
        isSameForChildren(now.calendars(), after)
            ? children()
            : children(now.planner(), then, moves);
    return new Seen(moves, looked, atOnce(then));
  }

  /// Everybody who waits for a payment waits for the same message.
  ///
  /// @return how many they are
  private long payments(Planner now, Planner then, Map<Move, Long> moves) {
    long looked = 0;
    for (Row row :
        pool.preparedQuery(
                "select r.benefit, count(*)" + REACHED + "and r.kind = 'payment' group by 1")
            .execute(channels())
            .await()) {
      Wish wish = new Wish.Payment(row.getString(0));
      move(wish, now, then).ifPresent(move -> moves.put(move, row.getLong(1)));
      looked += row.getLong(1);
    }
    return looked;
  }

  /// Whether no plan of a child can change: to make them all anew takes a while in a large town.
  private boolean isSameForChildren(Calendars now, Calendars after) {
    int year = VietnamTime.today(clock).getYear();
    Holidays before = now.working().holidays();
    Holidays then = after.working().holidays();
    return now.schedule().rules().equals(after.schedule().rules())
        && now.sessions().equals(after.sessions())
        && IntStream.rangeClosed(year, year + YEARS)
            .allMatch(each -> before.in(each).equals(then.in(each)));
  }

  private long children() {
    return pool.preparedQuery("select count(*)" + REACHED + "and r.kind = 'vaccination'")
        .execute(channels())
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  private long children(Planner now, Planner then, Map<Move, Long> moves) {
    long looked = 0;
    long last = 0;
    List<Row> batch;
    do {
      batch = children(last);
      for (Row row : batch) {
        move(wishes.open(new CitizenId(row.getLong(2)), row.getBuffer(1)), now, then)
            .ifPresent(move -> moves.merge(move, 1L, Long::sum));
        last = row.getLong(0);
      }
      looked += batch.size();
    } while (batch.size() == BATCH);
    return looked;
  }

  private List<Row> children(long after) {
    List<Row> rows = new ArrayList<>(BATCH);
    pool.preparedQuery(
            "select r.id, r.wish, r.citizen_id"
                + REACHED
                + "and r.kind = 'vaccination' and r.id > $2 order by r.id limit $3")
        .execute(channels().addLong(after).addInteger(BATCH))
        .await()
        .forEach(rows::add);
    return rows;
  }

  private Optional<Move> move(Wish wish, Planner now, Planner then) {
    LocalDate from = day(now, wish);
    LocalDate to = day(then, wish);
    String benefit = wish instanceof Wish.Payment(String id) ? id : "";
    return Objects.equals(from, to)
        ? Optional.empty()
        : Optional.of(new Move(wish.kind(), benefit, from, to));
  }

  private @Nullable LocalDate day(Planner planner, Wish wish) {
    return planner
        .next(wish, clock.instant())
        .map(planned -> LocalDate.ofInstant(planned.send(), VietnamTime.ZONE))
        .orElse(null);
  }

  /// Measured against what people know.
  private List<AtOnce> atOnce(Planner then) {
    Instant moment = clock.instant();
    Optional<FollowedStore.Published> known =
        store.read(pool, "").map(FollowedStore.Days::published);
    if (known.isEmpty()) {
      return List.of();
    }
    Stream<Planned> payments =
        then.changes(known.get().payments(), moment).values().stream().flatMap(List::stream);
    Stream<Planned> sessions = then.movedSessions(known.get().sessions(), moment).stream();
    return Stream.concat(payments, sessions)
        // One that cannot leave in time is planned for an hour that has passed.
        .filter(change -> !change.send().isBefore(moment))
        .map(change -> new AtOnce(change, messages(change)))
        .sorted(Comparator.comparing(AtOnce::send))
        .toList();
  }

  /// As many as are told of a change and were not told of it before.
  private long messages(Planned change) {
    return switch (change.reason()) {
      case Reason.Changed(PaymentDays payment, LocalDate _, Span _) ->
          count(change, "r.kind = 'payment' and r.benefit = $4", payment.benefit());
      case Reason.OfMove(Moved(Span before, Span instead, String _)) ->
          count(
              change,
              """
              r.kind = 'vaccination' and exists (
                select 1 from reminder_message t
                where t.reminder_id = r.id and t.outcome = 'queued' and t.due between $4 and $5
                  and ($6::date is null or t.due not between $6 and $7::date))""",
              before.first(),
              before.last(),
              instead == null ? null : instead.first(),
              instead == null ? null : instead.last());
      default -> 0;
    };
  }

  private long count(Planned change, String whose, @Nullable Object... values) {
    Tuple all = channels().addLocalDate(change.due()).addString(change.lead());
    Arrays.stream(values).forEach(all::addValue);
    return pool.preparedQuery(
            "select count(*)"
                + REACHED
                + """
                and not exists (
                  select from reminder_message m
                  where m.reminder_id = r.id and m.due = $2 and m.lead = $3)
                and\s"""
                + whose)
        .execute(all)
        .await()
        .iterator()
        .next()
        .getLong(0);
  }

  private Tuple channels() {
    return Tuple.tuple().addArrayOfString(channels.toArray(String[]::new));
  }
}
