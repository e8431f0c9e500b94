package vn.ansinh.conversation.intake;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.Turn;
import vn.ansinh.conversation.json.AnswerJson;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Outbox;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.vault.Vault;

/// The way in for every channel.
///
/// Chats are spread over a few lanes. A lane works through what has gathered while its previous
/// transaction was under way, in one transaction: so a chat stays in order, no two lanes ever wait
/// for each other's rows, and a busy hour costs fewer commits, not more.
public final class Conversations {
  private static final Logger LOG = LoggerFactory.getLogger(Conversations.class);
  private static final int LANES = 2;

  /// The channel name under which conversations of the JSON endpoint are remembered.
  private static final String API = "api";

  private final Pool pool;
  private final Clock clock;
  private final Supplier<Dialogue> dialogue;
  private final Intake intake;
  private final List<Lane> lanes;
  private final ConversationStore store;
  private final FigureStore figures;
  private MeterRegistry meters = new CompositeMeterRegistry();

  /// @param sender told after each commit whose data were erased in it, and what was written
  public Conversations(
      Pool pool,
      Outbox outbox,
      BiConsumer<Set<Address>, List<Delivery>> sender,
      Dialogues dialogues,
      Cases cases,
      Vault vault,
      Clock clock) {
    this.pool = pool;
    this.clock = clock;
    this.dialogue = dialogues;
    Books books = new Books(dialogues.rules(), cases, vault);
    this.store = new ConversationStore(vault);
    this.figures = new FigureStore(pool);
    this.intake =
        new Intake(outbox, sender, dialogue, clock, books, new Intake.Stores(store, figures));
    this.lanes = IntStream.range(0, LANES).mapToObj(_ -> new Lane(pool, intake::process)).toList();
  }

  /// Makes known how long messages take from here to their commit, and what was thought of the
  /// answers.
  public void bindTo(MeterRegistry meters) {
    this.meters = meters;
    intake.bindTo(meters);
  }

  /// Writes every few seconds how many questions were asked and what became of them.
  ///
  /// @return stops, and writes what is left; to be run when nothing is received any more
  public Runnable writeFigures(Vertx vertx) {
    return figures.writeRegularly(vertx);
  }

  /// Records the message, turns the dialogue and puts the replies into the outbox, in one
  /// transaction. Completes after the commit, also when the message was seen before; fails when
  /// nothing was recorded, so that the channel repeats it.
  public Future<Void> receive(Inbound inbound) {
    LOG.atDebug()
        .addKeyValue("request", inbound.request())
        .log("a message came by {}", inbound.address().channel());
    Timer.Sample begun = Timer.start(meters);
    return lanes
        .get(Math.floorMod(inbound.address().hashCode(), LANES))
        .add(inbound)
        .onComplete(
            end ->
                begun.stop(
                    meters.timer(
                        "ansinh.messages",
                        "channel",
                        inbound.address().channel(),
                        "outcome",
                        end.succeeded() ? "Taken" : "Failed")));
  }

  /// Answers at once, without outbox or history, for the JSON endpoint: the object of `ask --json`
  /// plus `conversation`.
  ///
  /// @param conversation from an earlier answer, to keep the subject; null or unknown begins a new
  /// one
  public Future<JsonObject> ask(String question, LocalDate on, @Nullable String conversation) {
    String id = conversation == null ? UUID.randomUUID().toString() : conversation;
    Dialogue current = dialogue.get();
    Inbound.Content said = new Inbound.Content.Text(question);
    Inbound inbound = new Inbound(new Address(API, id), "", said, null, clock.instant());
    return pool.withTransaction(
            connection ->
                store
                    .open(connection, List.of(inbound), clock.instant())
                    .compose(
                        open -> {
                          ConversationStore.Open chat = open.getFirst();
                          Turn turn =
                              current.turn(
                                  chat.state(), new Dialogue.Said(said, on, clock.instant()));
                          List<String> kept =
                              turn.unanswered() ? List.of(current.words(said)) : List.of();
                          return store
                              .save(connection, List.of(chat.with(turn.next())), clock.instant())
                              .compose(_ -> store.keep(connection, kept, on))
                              .map(_ -> turn);
                        }))
        .onSuccess(turn -> figures.add(turn, VietnamTime.today(clock)))
        .map(turn -> AnswerJson.of(null, question, on, turn).put("conversation", id));
  }
}
