package vn.ansinh.conversation.intake;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
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
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Address;
import vn.ansinh.citizen.Chat;
import vn.ansinh.citizen.CitizenId;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.State;
import vn.ansinh.conversation.Turn;
import vn.ansinh.conversation.joining.JoinFailed;
import vn.ansinh.conversation.standing.Act;
import vn.ansinh.conversation.standing.Citizen;
import vn.ansinh.conversation.standing.Held;
import vn.ansinh.conversation.standing.Joins;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.inbox.Asked;

/// Takes a batch of messages through one transaction: record, lock, turn, save, put into the
/// outbox, commit.
final class Intake {
  private static final Logger LOG = LoggerFactory.getLogger(Intake.class);

  private final Outbox outbox;
  private final BiConsumer<Set<Address>, List<Delivery>> sender;
  private final Supplier<Dialogue> dialogue;
  private final Clock clock;
  private final InboundStore inbounds = new InboundStore();
  private final RatingStore ratings = new RatingStore();
  private final Stores stores;
  private final Books books;
  private final LongAdder failures = new LongAdder();

  record Stores(ConversationStore conversations, FigureStore figures) {}

  Intake(
      Outbox outbox,
      BiConsumer<Set<Address>, List<Delivery>> sender,
      Supplier<Dialogue> dialogue,
      Clock clock,
      Books books,
      Stores stores) {
    this.outbox = outbox;
    this.sender = sender;
    this.dialogue = dialogue;
    this.clock = clock;
    this.books = books;
    this.stores = stores;
  }

  /// Counts what was thought of the answers, and messages that the dialogue failed on.
  void bindTo(MeterRegistry meters) {
    ratings.bindTo(meters);
    FunctionCounter.builder("ansinh.dialogue.failures", failures, LongAdder::sum).register(meters);
  }

  void process(Lane.Connection connection, List<Lane.Item> batch) {
    try {
      Committed committed = commit(connection, batch.stream().map(Lane.Item::inbound).toList());
      sender.accept(committed.erased, committed.deliveries);
      batch.forEach(item -> item.done().tryComplete());
    } catch (Exception e) {
      if (batch.size() > 1) {
        // One bad message must not hold back its neighbours.
        batch.forEach(item -> process(connection, List.of(item)));
      } else {
        LOG.atError()
            .addKeyValue("request", batch.getFirst().inbound().request())
            .setCause(e)
            .log("a message was not recorded, its channel will repeat it");
        batch.getFirst().done().tryFail(e);
      }
    }
  }

  /// BEGIN and COMMIT go as plain statements: they travel together with their neighbours, where the
  /// client's own transaction would wait for each of them. A COMMIT after a failed statement rolls
  /// back.
  private Committed commit(Lane.Connection kept, List<Inbound> batch) {
    SqlConnection connection = kept.get();
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
    } catch (Exception e) {
      kept.giveBack();
      throw e;
    }
  }

  /// @param erased whose data were erased: nothing written to them before is sent any more
  private record Committed(Set<Address> erased, List<Delivery> deliveries) {}

  private Committed turn(SqlConnection connection, List<Inbound> batch) {
    Instant now = clock.instant();
    Dialogue current = dialogue.get();
    var opened = stores.conversations.open(connection, batch, now);
    var fresh = inbounds.record(connection, batch, inbound -> current.words(inbound.content()));
    var edited = inbounds.earlierReplies(connection, batch);
    var told = stores.conversations.told(connection, numbered(batch));
    Map<Address, ConversationStore.Open> chats = chats(opened.await(), told.await());
    Set<String> freshKeys = fresh.await();
    Map<InboundStore.Earlier, String> earlier = edited.await();

    Turned turned = new Turned();
    for (Inbound inbound : batch) {
      ConversationStore.Open chat = chats.get(inbound.address());
      if (chat == null || !freshKeys.remove(InboundStore.key(inbound))) {
        continue;
      }
      Dialogue.Said said = said(connection, chat, inbound, now);
      Turn turn = turn(current, chat, said, inbound.request());
      String words = current.words(chat.state(), said);
      turned.meant(inbound, words, current.words(inbound.content()));
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
        turned.unanswered.computeIfAbsent(chat.citizen(), _ -> new ArrayList<>()).add(words);
      }
    }
    return write(connection, turned, now);
  }

  /// Chats in which choices are answered by number.
  private List<Address> numbered(List<Inbound> batch) {
    return batch.stream()
        .map(Inbound::address)
        .distinct()
        .filter(address -> !outbox.able(address).buttons())
        .toList();
  }

  /// What our own last reply offered is remembered already, with more than the choices.
  private static Map<Address, ConversationStore.Open> chats(
      List<ConversationStore.Open> opened, Map<Address, List<Choice>> told) {
    Map<Address, ConversationStore.Open> chats = new HashMap<>();
    for (ConversationStore.Open chat : opened) {
      List<Choice> choices = told.getOrDefault(chat.address(), chat.state().offered());
      boolean isKnown = choices.equals(chat.state().offered());
      chats.put(chat.address(), isKnown ? chat : chat.with(chat.state().told(choices)));
    }
    return chats;
  }

  private boolean canBeTold(Outbox.Draft draft) {
    return outbox.able(draft.address()).mayWriteFirst();
  }

  private Committed write(SqlConnection connection, Turned turned, Instant now) {
    LocalDate today = VietnamTime.today(clock);
    var saved = stores.conversations.save(connection, List.copyOf(turned.changed.values()), now);
    List<String> unanswered = turned.unanswered.values().stream().flatMap(List::stream).toList();
    var kept = stores.conversations.keep(connection, unanswered, today);
    var meant = inbounds.meant(connection, turned.meant);
    var rated = ratings.write(connection, turned.ratings, now);
    var put = outbox.put(connection, turned.drafts);
    var committed = connection.query("commit").execute();
    saved.await();
    kept.await();
    meant.await();
    rated.await();
    List<Delivery> deliveries = put.await();
    committed.await();
    ratings.count(turned.ratings);
    turned.turns.forEach(turn -> stores.figures.add(turn, today));
    return new Committed(turned.erased, deliveries);
  }

  /// What a batch comes to.
  private static final class Turned {
    final List<Outbox.Draft> drafts = new ArrayList<>();
    final Map<CitizenId, List<String>> unanswered = new HashMap<>();
    final RatingStore.Batch ratings = new RatingStore.Batch();
    final Map<Inbound, String> meant = new HashMap<>();
    final List<Turn> turns = new ArrayList<>();
    final Map<Address, ConversationStore.Open> changed = new HashMap<>();
    final Set<Address> erased = new HashSet<>();

    void meant(Inbound inbound, String words, String said) {
      if (!words.equals(said)) {
        meant.put(inbound, words);
      }
    }

    /// What was about to be said to somebody whose data are erased is not said any more; ratings
    /// are written together.
    void carriedOut(ConversationStore.Open chat, List<Act> acts, Books.Done done) {
      for (Chat gone : done.erased()) {
        drafts.removeIf(draft -> draft.citizen().equals(gone.citizen()));
        ratings.forget(gone.citizen());
        unanswered.remove(gone.citizen());
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
                edits,
                inbound.request()));
      }
    }
  }

  private Dialogue.Said said(
      SqlConnection connection, ConversationStore.Open chat, Inbound inbound, Instant now) {
    // Read within the turn, and only by the few that need it.
    Supplier<Held> held = () -> books.held(connection, chat.citizen()).await();
    Capabilities able = outbox.able(inbound.address());
    boolean mayBeWrittenTo = !inbound.inGroup() && able.mayWriteFirst();
    Supplier<Asked> asked = () -> books.asked(connection, chat.citizen(), inbound).await();
    Joins joins =
        mayBeWrittenTo
            ? books.joins(connection, new Chat(chat.citizen(), chat.address()), now)
            : null;
    Citizen citizen =
        new Citizen(able.buttons(), mayBeWrittenTo, inbound.inGroup(), held, asked, joins);
    return new Dialogue.Said(
        inbound.content(), LocalDate.ofInstant(now, VietnamTime.ZONE), now, citizen);
  }

  /// A dialogue that fails on one message apologises for it and goes on: no chat is ever stuck.
  private Turn turn(
      Dialogue dialogue, ConversationStore.Open chat, Dialogue.Said said, String request) {
    try {
      Turn turn = dialogue.turn(chat.state(), said);
      LOG.atDebug().addKeyValue("request", request).log("the dialogue answered");
      return turn;
    } catch (JoinFailed e) {
      throw e;
    } catch (RuntimeException e) {
      failures.increment();
      LOG.atError().addKeyValue("request", request).setCause(e).log("the dialogue failed");
      return dialogue.apology(chat.state());
    }
  }
}
