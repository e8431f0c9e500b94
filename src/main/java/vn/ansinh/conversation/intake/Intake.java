package vn.ansinh.conversation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.State;
import vn.ansinh.conversation.Turn;
import vn.ansinh.conversation.joining.JoinFailed;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Joins;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.delivery.dispatch.Dispatcher;
import vn.ansinh.inbox.Asked;

/// Takes a batch of messages through one transaction: record, lock, turn, save, put into the
/// outbox, commit.
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Pool pool;
  private final Outbox outbox;
  private final Dispatcher dispatcher;
  private final Supplier<Dialogue> dialogue;
  private final Clock clock;
  private final ConversationStore store = new ConversationStore();
  private final InboundStore inbounds = new InboundStore();
  private final RatingStore ratings = new RatingStore();
  private final FigureStore figures;
  private final Books books;

  Intake(
      Pool pool,
      Outbox outbox,
      Dispatcher dispatcher,
      Supplier<Dialogue> dialogue,
      Clock clock,
      Books books,
      FigureStore figures) {
    this.pool = pool;
    this.outbox = outbox;
    this.dispatcher = dispatcher;
    this.dialogue = dialogue;
    this.clock = clock;
    this.books = books;
    this.figures = figures;
  }

  /// Counts what was thought of the answers.
  void bindTo(MeterRegistry meters) {
    ratings.bindTo(meters);
  }

  void process(List<Lane.Item> batch) {
    try {
      Committed committed = commit(batch.stream().map(Lane.Item::inbound).toList());
      dispatcher.accept(committed.erased, committed.deliveries);
      batch.forEach(item -> item.done().tryComplete());
    } catch (Exception e) {
      if (batch.size() > 1) {
        // One bad message must not hold back its neighbours.
        batch.forEach(item -> process(List.of(item)));
      } else {
        LOG.error("a message was not recorded, its channel will repeat it", e);
        batch.getFirst().done().tryFail(e);
      }
    }
  }

  /// BEGIN and COMMIT go as plain statements: they travel together with their neighbours, where the
  /// client's own transaction would wait for each of them. A COMMIT after a failed statement rolls
  /// back.
  private Committed commit(List<Inbound> batch) {
    SqlConnection connection = pool.getConnection().await();
    try {
      Future<?> begun = connection.query("begin").execute();
      try {
        Committed committed = turn(connection, batch);
        begun.await();
        return committed;
      } catch (Exception e) {
        connection.query("rollback").execute().await();
        throw e;
      }
    } finally {
      connection.close();
    }
  }

  /// @param erased whose data were erased: nothing written to them before is sent any more
  private record Committed(Set<Address> erased, List<Delivery> deliveries) {}

  private Committed turn(SqlConnection connection, List<Inbound> batch) {
    Instant now = clock.instant();
    Dialogue current = dialogue.get();
    var opened = store.open(connection, batch, now);
    var fresh = inbounds.record(connection, batch, inbound -> current.words(inbound.content()));
    var edited = inbounds.earlierReplies(connection, batch);
    Map<Address, ConversationStore.Open> chats = new HashMap<>();
    opened.await().forEach(chat -> chats.put(chat.address(), chat));
    Set<String> freshKeys = fresh.await();
    Map<InboundStore.Earlier, String> earlier = edited.await();

    Turned turned = new Turned();
    for (Inbound inbound : batch) {
      ConversationStore.Open chat = chats.get(inbound.address());
      if (chat == null || !freshKeys.remove(InboundStore.key(inbound))) {
        continue;
      }
      Turn turn = turn(current, chat, said(connection, chat, inbound, now));
      Books.Done done = books.carryOut(connection, chat.citizen(), turn.acts(), now);
      turned.carriedOut(chat, turn.acts(), done);
      done.told().stream().filter(this::canBeTold).forEach(turned.drafts::add);
      done.erased()
          .forEach(
              erased ->
                  chats.computeIfPresent(erased.address(), (_, other) -> other.with(State.NEW)));
      chats.put(inbound.address(), chat.with(turn.next()));
      turned.changed.put(inbound.address(), chat.with(turn.next()));
      String replaced =
          turn.inPlace() ? inbound.reference() : earlier.get(InboundStore.Earlier.of(inbound));
      Message reply = turn.reply();
      turned.draft(chat, inbound, reply == null ? null : reply.with(done.file()), replaced);
      turned.turns.add(turn);
      if (turn.unanswered()) {
        turned.unanswered.add(current.words(inbound.content()));
      }
    }
    return write(connection, turned, now);
  }

  /// A messenger that was switched off has no channel.
  private boolean canBeTold(Outbox.Draft draft) {
    return outbox.mayWriteFirst(draft.address());
  }

  private Committed write(SqlConnection connection, Turned turned, Instant now) {
    LocalDate today = VietnamTime.today(clock);
    var saved = store.save(connection, List.copyOf(turned.changed.values()), now);
    var kept = store.keep(connection, turned.unanswered, today);
    var rated = ratings.write(connection, turned.ratings, now);
    var put = outbox.put(connection, turned.drafts);
    var committed = connection.query("commit").execute();
    saved.await();
    kept.await();
    rated.await();
    List<Delivery> deliveries = put.await();
    committed.await();
    ratings.count(turned.ratings);
    turned.turns.forEach(turn -> figures.add(turn, today));
    return new Committed(turned.erased, deliveries);
  }

  /// What a batch comes to.
  private static final class Turned {
    final List<Outbox.Draft> drafts = new ArrayList<>();
    final List<String> unanswered = new ArrayList<>();
    final RatingStore.Batch ratings = new RatingStore.Batch();
    final List<Turn> turns = new ArrayList<>();
    final Map<Address, ConversationStore.Open> changed = new HashMap<>();
    final Set<Address> erased = new HashSet<>();

    /// What was about to be said to somebody whose data are erased is not said any more; ratings
    /// are written together.
    void carriedOut(ConversationStore.Open chat, List<Act> acts, Books.Done done) {
      for (Chat gone : done.erased()) {
        drafts.removeIf(draft -> draft.citizen().equals(gone.citizen()));
        ratings.forget(gone.citizen());
        changed.remove(gone.address());
        erased.add(gone.address());
      }
      for (Act act : acts) {
        if (act instanceof Act.Rate(var rating)) {
          ratings.add(chat.citizen(), rating);
        }
      }
    }

    void draft(
        ConversationStore.Open chat,
        Inbound inbound,
        @Nullable Message reply,
        @Nullable String edits) {
      if (reply != null) {
        drafts.add(
            new Outbox.Draft(
                chat.citizen(),
                inbound.address(),
                Origin.REPLY,
                reply,
                inbound.reference(),
                edits));
      }
    }
  }

  private Dialogue.Said said(
      SqlConnection connection, ConversationStore.Open chat, Inbound inbound, Instant now) {
    // Read within the turn, and only by the few that need it.
    Supplier<Held> held = () -> books.held(connection, chat.citizen()).await();
    boolean mayBeWrittenTo = !inbound.inGroup() && outbox.mayWriteFirst(inbound.address());
    Supplier<Asked> asked = () -> books.asked(connection, chat.citizen(), inbound).await();
    Joins joins =
        mayBeWrittenTo
            ? books.joins(connection, new Chat(chat.citizen(), chat.address()), now)
            : null;
    Citizen citizen = new Citizen(mayBeWrittenTo, inbound.inGroup(), held, asked, joins);
    return new Dialogue.Said(
        inbound.content(), LocalDate.ofInstant(now, VietnamTime.ZONE), now, citizen);
  }

  /// A dialogue that fails on one message apologises for it and goes on: no chat is ever stuck.
  private static Turn turn(Dialogue dialogue, ConversationStore.Open chat, Dialogue.Said said) {
    try {
      return dialogue.turn(chat.state(), said);
    } catch (JoinFailed e) {
      throw e;
    } catch (RuntimeException e) {
      LOG.error("error {}: the dialogue failed", UUID.randomUUID(), e);
      return dialogue.apology(chat.state());
    }
  }
}
