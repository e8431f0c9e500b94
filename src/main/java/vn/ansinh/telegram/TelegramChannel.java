package vn.ansinh.telegram;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.ParseMode;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Channel;
import vn.ansinh.delivery.Delivery;
import vn.ansinh.delivery.Origin;
import vn.ansinh.delivery.Outcome;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.MessageHtml;

/// Sends deliveries as Telegram messages, and says in our words what became of them.
public final class TelegramChannel implements Channel {
  private static final Logger LOG = LoggerFactory.getLogger(TelegramChannel.class);

  /// Telegram's limit for a text, after its tags are read.
  private static final int LONGEST_TEXT = 4096;

  private static final Duration WAIT_UNTOLD = Duration.ofSeconds(1);
  public static final Capabilities CAPABILITIES =
      new Capabilities(true, true, true, true, LONGEST_TEXT, true);
  private static final LinkPreviewOptions NO_PREVIEW =
      LinkPreviewOptions.builder().isDisabled(true).build();

  /// What Telegram says of a chat that is gone for good, besides 403.
  private static final List<String> GONE =
      List.of(
          "chat not found",
          "user is deactivated",
          "blocked by the user",
          "upgraded to a supergroup");

  /// What it says when a message can no longer be changed.
  private static final List<String> NOT_EDITABLE =
      List.of("message to edit not found", "message can't be edited", "message_id_invalid");

  private final TelegramApi api;
  private final boolean paysForBroadcasts;
  private final MessageHtml html = new MessageHtml();

  public TelegramChannel(TelegramApi api, TelegramSettings settings) {
    this.api = api;
    this.paysForBroadcasts = settings.rateBroadcast() > 0;
  }

  @Override
  public String name() {
    return Updates.CHANNEL;
  }

  @Override
  public Capabilities capabilities() {
    return CAPABILITIES;
  }

  @Override
  public Future<Outcome> send(Delivery delivery) {
    vn.ansinh.delivery.Message.File file = delivery.message().file();
    if (file != null) {
      return sendFile(delivery, file);
    }
    String edits = delivery.edits();
    return edits == null ? sendNew(delivery) : edit(delivery, edits);
  }

  private Future<Outcome> sendNew(Delivery delivery) {
    SendMessage call =
        SendMessage.builder()
            .chatId(delivery.address().value())
            .text(html.of(delivery.message().text()))
            .parseMode(ParseMode.HTML)
            .linkPreviewOptions(NO_PREVIEW)
            .replyParameters(replyTo(delivery.replyTo()))
            .replyMarkup(Keyboard.of(delivery.message()))
            .allowPaidBroadcast(
                paysForBroadcasts && delivery.origin() == Origin.BROADCAST ? true : null)
            .build();
    return api.call(call).map(answer -> outcome(answer, TelegramChannel::reference));
  }

  private Future<Outcome> sendFile(Delivery delivery, vn.ansinh.delivery.Message.File file) {
    SendDocument call =
        SendDocument.builder()
            .chatId(delivery.address().value())
            .document(new InputFile(file.name()))
            .replyParameters(replyTo(delivery.replyTo()))
            .build();
    return api.upload(call, file).map(answer -> outcome(answer, TelegramChannel::reference));
  }

  private Future<Outcome> edit(Delivery delivery, String edits) {
    EditMessageText call =
        EditMessageText.builder()
            .chatId(delivery.address().value())
            .messageId(Integer.valueOf(edits))
            .text(html.of(delivery.message().text()))
            .parseMode(ParseMode.HTML)
            .linkPreviewOptions(NO_PREVIEW)
            .replyMarkup(Keyboard.of(delivery.message()))
            .build();
    return api.call(call)
        .compose(
            answer -> {
              if (says(answer, List.of("message is not modified"))) {
                return Future.succeededFuture(new Outcome.Sent(edits));
              }
              return says(answer, NOT_EDITABLE)
                  ? sendNew(delivery)
                  : Future.succeededFuture(outcome(answer, _ -> edits));
            });
  }

  private static String reference(Message sent) {
    return String.valueOf(sent.getMessageId());
  }

  private static <T> Outcome outcome(
      Answer<T> answer, java.util.function.Function<T, String> reference) {
    return switch (answer) {
      case Answer.Done<T> done -> new Outcome.Sent(reference.apply(done.value()));
      case Answer.NotSent<T> notSent -> new Outcome.Failed(notSent.reason());
      case Answer.Lost<T> lost -> new Outcome.Unknown(lost.reason());
      case Answer.Rejected<T> rejected -> rejected(rejected);
    };
  }

  private static Outcome rejected(Answer.Rejected<?> rejected) {
    int code = rejected.code();
    if (code == 429) {
      return new Outcome.RetryAfter(Objects.requireNonNullElse(rejected.retryAfter(), WAIT_UNTOLD));
    }
    if (code == 403 || (code == 400 && says(rejected, GONE))) {
      return new Outcome.Unreachable(rejected.problem());
    }
    if (code == 401 || code == 404 || code == 409) {
      LOG.error("Telegram does not accept our token or our place: {}", rejected.problem());
      return new Outcome.Failed(rejected.problem());
    }
    return code >= 500
        ? new Outcome.Failed(rejected.problem())
        : new Outcome.Refused(rejected.problem());
  }

  private static boolean says(Answer<?> answer, List<String> phrases) {
    return answer instanceof Answer.Rejected<?> rejected
        && phrases.stream().anyMatch(rejected.description().toLowerCase(Locale.ROOT)::contains);
  }

  private static @Nullable ReplyParameters replyTo(@Nullable String reference) {
    return reference == null
        ? null
        : ReplyParameters.builder()
            .messageId(Integer.valueOf(reference))
            .allowSendingWithoutReply(true)
            .build();
  }
}
