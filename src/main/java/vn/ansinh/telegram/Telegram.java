package vn.ansinh.telegram;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.Serializable;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.PartialBotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.updates.DeleteWebhook;
import org.telegram.telegrambots.meta.api.methods.updates.SetWebhook;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.delivery.dispatch.store.Lease;
import vn.ansinh.http.Routes;
import vn.ansinh.http.call.Insistence;
import vn.ansinh.http.call.NotYet;
import vn.ansinh.text.Joining;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;

/// Telegram's way in: presents us there, then takes updates by polling or by webhook until it is
/// stopped.
public final class Telegram {
  private static final Logger LOG = LoggerFactory.getLogger(Telegram.class);

  /// How long a stop waits for a commit.
  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final TelegramApi api;
  private final TelegramSettings settings;
  private final Conversations conversations;
  private final Supplier<Phrases> phrases;
  private final Clock clock;
  private final Lease lease;
  private final Insistence insistence;
  private volatile @Nullable Updates updates;

  /// @param lease of the node that polls
  public Telegram(
      Vertx vertx,
      TelegramApi api,
      TelegramSettings settings,
      Conversations conversations,
      Supplier<Phrases> phrases,
      Clock clock,
      Lease lease) {
    this.insistence = new Insistence(vertx, "Telegram");
    this.api = api;
    this.settings = settings;
    this.conversations = conversations;
    this.phrases = phrases;
    this.clock = clock;
    this.lease = lease;
  }

  /// The webhook's route, when updates come by webhook.
  public void addTo(Routes routes) {
    if (settings.mode() == TelegramSettings.Mode.WEBHOOK) {
      TelegramWebhook.of(settings.webhookSecret(), this::take).addTo(routes);
    }
  }

  /// Begins in the background: the service runs also while Telegram cannot be reached.
  public void start() {
    insistence.start(this::run);
  }

  /// Fetches no more updates, and waits for the commit of those that were fetched; what is not
  /// committed, Telegram brings again.
  public void stop() {
    insistence.stop(PATIENCE);
  }

  /// Fails while Telegram has not said who we are.
  public Future<?> ready() {
    return updates == null
        ? Future.failedFuture("Telegram has not said yet who we are")
        : Future.succeededFuture();
  }

  private void run() {
    Optional<User> me = insist(new GetMe());
    if (me.isEmpty()) {
      return;
    }
    User bot = me.get();
    updates = new Updates(new Updates.Bot(bot.getId(), bot.getUserName()), clock);
    // Beside: whoever refuses our commands must not keep us from the questions.
    Thread.ofVirtual().name("telegram-commands").start(() -> insist(commands()));
    switch (settings.mode()) {
      case WEBHOOK -> {
        insist(webhook());
        LOG.info("Telegram brings updates to our webhook");
      }
      case POLLING -> {
        insist(new DeleteWebhook());
        TelegramPoller poller = new TelegramPoller(api, this::take, insistence);
        insistence.inTurn(lease::take, poller::round);
        lease.release();
      }
    }
  }

  /// Repeats a call until it succeeds; empty when we were stopped before.
  private <T extends Serializable> Optional<T> insist(PartialBotApiMethod<T> method) {
    return insistence.insist(TelegramApi.name(method), () -> api.call(method));
  }

  private Future<Void> take(Update update) {
    Updates reader = updates;
    if (reader == null) {
      return Future.failedFuture(new NotYet("Telegram has not said yet who we are"));
    }
    return reader
        .inbound(update)
        .map(conversations::receive)
        .orElseGet(Future::succeededFuture)
        .onSuccess(_ -> acknowledge(update));
  }

  /// Ends the little clock on a tapped button. Not worth a second try.
  private void acknowledge(Update update) {
    if (update.hasCallbackQuery()) {
      api.call(new AnswerCallbackQuery(update.getCallbackQuery().getId()));
    }
  }

  static String webhookUrl(TelegramSettings settings) {
    return settings.publicUrl().replaceFirst("/+$", "") + TelegramWebhook.PATH;
  }

  private SetWebhook webhook() {
    return SetWebhook.builder()
        .url(webhookUrl(settings))
        .secretToken(settings.webhookSecret())
        .allowedUpdates(Updates.KINDS)
        .build();
  }

  private SetMyCommands commands() {
    List<BotCommand> commands = new ArrayList<>();
    commands.add(command("chude", Phrase.COMMAND_TOPICS));
    commands.add(command("nhac", Phrase.COMMAND_REMIND));
    commands.add(command("hoso", Saying.Profile.COMMAND));
    if (phrases.get().messengers().size() > 1) {
      commands.add(command("noi", Joining.COMMAND));
      commands.add(command("kenh", Joining.COMMAND_CHANNEL));
      commands.add(command("tachnoi", Joining.COMMAND_PART));
    }
    commands.add(command("dulieu", Phrase.COMMAND_DATA));
    commands.add(command("xoadulieu", Phrase.COMMAND_ERASE));
    commands.add(command("dung", Phrase.COMMAND_STOP));
    commands.add(command("tieptuc", Phrase.COMMAND_RESUME));
    commands.add(command("trogiup", Phrase.COMMAND_HELP));
    commands.add(command("start", Phrase.COMMAND_START));
    return new SetMyCommands(commands);
  }

  private BotCommand command(String name, Saying description) {
    return new BotCommand(name, phrases.get().text(description).plain());
  }
}
