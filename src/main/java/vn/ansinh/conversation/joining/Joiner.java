package vn.ansinh.conversation.joining;

import io.vertx.core.Future;
import io.vertx.sqlclient.SqlConnection;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.citizen.PersonalData;
import vn.ansinh.citizen.Profile;
import vn.ansinh.citizen.Profiles;
import vn.ansinh.citizen.joining.JoinCodes;
import vn.ansinh.citizen.joining.JoinedChats;
import vn.ansinh.conversation.standing.Doses;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Tried;
import vn.ansinh.delivery.mailing.Twins;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.joining.JoinedReminders;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vault.Vault;

/// Joins and parts chats, with all that belongs to them, in the transaction of the message that
/// asks for it. Those that return no future block.
public final class Joiner {
  private final Supplier<Rules> rules;
  private final JoinedReminders reminders;
  private final JoinedChats chats = new JoinedChats();
  private final JoinCodes codes = new JoinCodes();
  private final Profiles profiles;
  private final PersonalData data = new PersonalData();
  private final Twins twins = new Twins();

  /// @param rules by the calendars of the moment
  public Joiner(Supplier<Rules> rules, Vault vault) {
    this.rules = rules;
    this.profiles = new Profiles(vault);
    this.reminders = new JoinedReminders(rules, vault);
  }

  /// A code is good, or something is wrong with it.
  private sealed interface Read {
    record Good(Chat other) implements Read {}

    record Bad(Tried why) implements Read {}
  }

  /// What a code that was typed in this chat comes to.
  public Tried look(SqlConnection transaction, Chat own, String code, Instant now) {
    return switch (read(transaction, own, code, now)) {
      case Read.Good(Chat other) -> new Tried.Good(other.address().place());
      case Read.Bad(Tried why) -> why;
    };
  }

  /// Joins this chat to the one that shows the code, if it is good.
  public Tried join(SqlConnection transaction, Chat own, String code, Instant now) {
    return switch (read(transaction, own, code, now)) {
      case Read.Good(Chat other) -> join(transaction, own, other, now);
      case Read.Bad(Tried why) -> why;
    };
  }

  private Read read(SqlConnection transaction, Chat own, String code, Instant now) {
    Duration wait = codes.wait(transaction, own.citizen(), now).await();
    if (wait.isPositive()) {
      return new Read.Bad(new Tried.Wait(wait.plusSeconds(59).toMinutes()));
    }
    Optional<JoinedChats.Joined> joined = chats.of(transaction, own.citizen()).await();
    if (joined.isPresent()) {
      return new Read.Bad(new Tried.Already(joined.get().other().address().place()));
    }
    Optional<Chat> found = codes.find(transaction, code, now).await();
    if (found.isEmpty()) {
      return new Read.Bad(wrong(transaction, own, now));
    }
    Chat other = found.get();
    if (other.citizen().equals(own.citizen())) {
      return new Read.Bad(new Tried.Own());
    }
    return other.address().channel().equals(own.address().channel())
        ? new Read.Bad(new Tried.Same())
        : new Read.Good(other);
  }

  private Tried wrong(SqlConnection transaction, Chat own, Instant now) {
    int left = codes.wrong(transaction, own.citizen(), now).await();
    return left == 0 ? new Tried.Wait(JoinCodes.WAIT.toMinutes()) : new Tried.Wrong(left);
  }

  private Tried join(SqlConnection transaction, Chat own, Chat other, Instant now) {
    if (!chats.join(transaction, own.citizen(), other.citizen(), now).await()) {
      // Somebody else used the code in this moment.
      return wrong(transaction, own, now);
    }
    codes.used(transaction, own.citizen(), other.citizen()).await();
    shareProfile(transaction, own.citizen(), other.citizen(), now);
    boolean stopped = shareSilence(transaction, own.citizen(), other.citizen(), now);
    int merged = merge(transaction, own.citizen(), now);
    twins.withdraw(transaction, own.citizen(), now).await();
    return new Tried.Joined(other.address().place(), merged, stopped);
  }

  private void shareProfile(
      SqlConnection transaction, CitizenId own, CitizenId other, Instant now) {
    Profile one = profiles.of(transaction, own).await();
    Profile two = profiles.of(transaction, other).await();
    profiles.keep(transaction, own, one.with(two), now).await();
  }

  /// Who wanted silence in one chat is not written to in the other.
  private boolean shareSilence(
      SqlConnection transaction, CitizenId own, CitizenId other, Instant now) {
    boolean isStopped =
        data.isStopped(transaction, own).await() || data.isStopped(transaction, other).await();
    if (isStopped) {
      data.stop(transaction, own, now).await();
    }
    return isStopped;
  }

  /// What both were reminded of is one reminder from now on: the older one, where it was made.
  private int merge(SqlConnection transaction, CitizenId citizen, Instant now) {
    List<Reminders.Standing> open = new ArrayList<>(reminders.hold(transaction, citizen).await());
    Sameness sameness = new Sameness(new Doses(rules.get().calendars().schedule()));
    LocalDate today = LocalDate.ofInstant(now, VietnamTime.ZONE);
    int merged = 0;
    while (!open.isEmpty()) {
      Reminders.Standing kept = open.removeFirst();
      for (Reminders.Standing other : List.copyOf(open)) {
        Optional<Wish> both =
            other.chat().equals(kept.chat())
                ? Optional.empty()
                : sameness.of(kept.wish(), other.wish(), today);
        if (both.isPresent()) {
          reminders.merge(transaction, kept, other, both.get(), now).await();
          open.remove(other);
          merged++;
          break;
        }
      }
    }
    return merged;
  }

  /// From the next message on; what waits in the outbox goes there too.
  public Future<Void> choose(SqlConnection transaction, CitizenId citizen, Held.Where where) {
    return chats
        .of(transaction, citizen)
        .compose(
            joined ->
                joined.isEmpty()
                    ? Future.succeededFuture()
                    : moved(
                        transaction,
                        citizen,
                        () ->
                            chats.choose(
                                transaction, citizen, chosen(citizen, joined.get(), where))));
  }

  private static @Nullable CitizenId chosen(
      CitizenId own, JoinedChats.Joined joined, Held.Where where) {
    return switch (where) {
      case HERE -> own;
      case OTHER -> joined.other().citizen();
      case MADE -> null;
    };
  }

  private Future<Void> moved(
      SqlConnection transaction, CitizenId citizen, Supplier<Future<Void>> move) {
    return reminders
        .hold(transaction, citizen)
        .compose(held -> move.get().compose(_ -> reminders.recall(transaction, held)));
  }

  /// Each chat keeps what was made in it, and what waits in the outbox goes there.
  public Future<Void> part(SqlConnection transaction, CitizenId citizen) {
    return moved(transaction, citizen, () -> chats.part(transaction, citizen));
  }

  /// The citizen's other chat; empty for who has one.
  public Future<Optional<JoinedChats.Joined>> other(SqlConnection transaction, CitizenId citizen) {
    return chats.of(transaction, citizen);
  }

  /// The chat can be joined by this code for some minutes.
  public Future<Void> show(SqlConnection transaction, CitizenId citizen, String code, Instant now) {
    return codes.show(transaction, citizen, code, now);
  }
}
