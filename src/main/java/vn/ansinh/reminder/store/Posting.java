package vn.ansinh.reminder.store;

import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Transaction;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.store.DueStore.Door;
import vn.ansinh.reminder.store.DueStore.Due;
import vn.ansinh.reminder.store.DueStore.Fired;
import vn.ansinh.reminder.store.DueStore.Key;
import vn.ansinh.reminder.store.DueStore.Late;
import vn.ansinh.reminder.store.Fate.Window;

/// Writes messages that have fallen due down under their unique keys, and puts those that were not
/// there before into the outbox.
final class Posting {
  private final Pool pool;
  private final Outbox outbox;
  private final Set<String> channels;
  private final QuietHours quiet;
  private final DueStore store = new DueStore();

  Posting(Pool pool, Outbox outbox, Set<String> channels, QuietHours quiet) {
    this.pool = pool;
    this.outbox = outbox;
    this.channels = Set.copyOf(channels);
    this.quiet = quiet;
  }

  /// @param queued messages put into the outbox
  /// @param missed messages that will not be sent
  record Posted(int queued, int missed) {}

  /// Sequential work in one transaction; blocks.
  <T> T transaction(Function<SqlConnection, T> work) {
    return Transaction.run(pool, work);
  }

  /// What becomes of messages to one citizen.
  List<Fate> fates(Due due, List<Planned> fallen, Instant now) {
    Missed silence = silence(due);
    return silence == null
        ? Fate.of(fallen, now, quiet)
        : fallen.stream().<Fate>map(each -> new Fate.Lost(each, silence)).toList();
  }

  private @Nullable Missed silence(Due due) {
    Door door = door(due);
    if (!channels.contains(door.channel())) {
      return Missed.CHANNEL;
    }
    return door.stopped() ? Missed.STOPPED : door.unreachable() ? Missed.UNREACHABLE : null;
  }

  /// Where a message goes: to the other chat only when the one that is wanted leads nowhere.
  private Door door(Due due) {
    Door other = due.other();
    return other != null && isClosed(due.wanted()) && !isClosed(other) ? other : due.wanted();
  }

  private boolean isClosed(Door door) {
    return door.unreachable() || !channels.contains(door.channel());
  }

  /// What tells of a change stands in no plan. When it could not leave in time it waits for the
  /// next decent hour, as long as it is of use then; else it is named among what was missed.
  void postpone(SqlConnection transaction, Instant now) {
    Map<Late, Window> again = new HashMap<>();
    List<Late> lost = new ArrayList<>();
    for (Late late : store.lateNews(transaction, now).await()) {
      Fate.window(late.key().due(), now, quiet)
          .ifPresentOrElse(window -> again.put(late, window), () -> lost.add(late));
    }
    if (!again.isEmpty() || !lost.isEmpty()) {
      store.postpone(transaction, again).await();
      outbox.takeOut(transaction, lost.stream().map(Late::delivery).toList()).await();
      store.miss(transaction, lost.stream().map(Late::key).toList(), Missed.PAST, now).await();
    }
  }

  /// Queues everything and writes it down with what it became; what had been written down before is
  /// taken out of the queue again, which is rare.
  Posted post(SqlConnection transaction, ReminderTexts texts, List<Fired> all, Instant now) {
    if (all.isEmpty()) {
      return new Posted(0, 0);
    }
    Map<Key, List<Long>> queued = queue(transaction, texts, all);
    List<Key> fresh = store.writeDown(transaction, all, queued, now).await();
    Map<Key, List<Long>> repeated = new HashMap<>(queued);
    fresh.forEach(repeated::remove);
    if (!repeated.isEmpty()) {
      outbox
          .takeOut(transaction, repeated.values().stream().flatMap(List::stream).toList())
          .await();
    }
    int sent = queued.size() - repeated.size();
    return new Posted(sent, fresh.size() - sent);
  }

  /// @return the deliveries of what is sent
  private Map<Key, List<Long>> queue(
      SqlConnection transaction, ReminderTexts texts, List<Fired> all) {
    Map<Key, Outbox.Timed> drafts = new LinkedHashMap<>();
    for (Fired fired : all) {
      if (fired.fate() instanceof Fate.Sent sent) {
        drafts.put(
            fired.key(),
            new Outbox.Timed(
                draft(texts, fired, sent), sent.window().at(), sent.window().goodUntil()));
      }
    }
    Iterator<List<Long>> deliveries =
        outbox.post(transaction, List.copyOf(drafts.values())).await().iterator();
    Map<Key, List<Long>> queued = new HashMap<>();
    drafts.keySet().forEach(key -> queued.put(key, deliveries.next()));
    return queued;
  }

  private Outbox.Draft draft(ReminderTexts texts, Fired fired, Fate.Sent sent) {
    Due due = fired.due();
    LocalDate on = LocalDate.ofInstant(sent.window().at(), VietnamTime.ZONE);
    Message message = texts.message(due.id(), fired.wish(), sent.planned(), on);
    Door door = door(due);
    return new Outbox.Draft(
        door.chat().citizen(),
        door.chat().address(),
        Origin.REMINDER,
        door.equals(due.wanted())
            ? message
            : texts.insteadOf(due.wanted().chat().address().place(), message),
        null,
        null);
  }
}
