package vn.ansinh.telegram;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.message.MaybeInaccessibleMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.Inbound.Content;
import vn.ansinh.conversation.forms.Opening;

/// Reads out of Telegram's updates what citizens say to us.
final class Updates {
  /// The kinds of update that Telegram is asked for.
  static final List<String> KINDS = List.of("message", "edited_message", "callback_query");

  static final String CHANNEL = "telegram";

  private static final Pattern COMMAND =
      Pattern.compile(
          "/([a-z0-9_]+)(?:@(\\w+))?(?:\\s+(.*))?", Pattern.DOTALL | Pattern.CASE_INSENSITIVE);

  /// What a person can send that is not text; everything else without text is a notice of
  /// Telegram's own.
  private static final List<Predicate<Message>> NOT_TEXT =
      List.of(
          Message::hasVoice,
          Message::hasPhoto,
          Message::hasSticker,
          Message::hasDocument,
          Message::hasVideo,
          Message::hasVideoNote,
          Message::hasAudio,
          Message::hasAnimation,
          Message::hasContact,
          Message::hasLocation,
          Message::hasPoll,
          Message::hasDice,
          Message::hasGame,
          Message::hasStory,
          Message::hasPaidMedia,
          Message::hasChecklist,
          Message::hasLivePhoto);

  private final Bot bot;
  private final Clock clock;
  private final Pattern mention;

  Updates(Bot bot, Clock clock) {
    this.bot = bot;
    this.clock = clock;
    this.mention =
        Pattern.compile(
            "@" + Pattern.quote(bot.username()) + "\\b[,:]?\\s*", Pattern.CASE_INSENSITIVE);
  }

  /// Empty for what is not said to us: other people's words in a group, notices, other bots.
  Optional<Inbound> inbound(Update update) {
    String key = String.valueOf(update.getUpdateId());
    if (update.hasCallbackQuery()) {
      return tapped(update.getCallbackQuery(), key);
    }
    if (update.hasMessage() && isFromPerson(update.getMessage())) {
      Message message = update.getMessage();
      return content(message).map(content -> inbound(message, key(message, content, key), content));
    }
    if (update.hasEditedMessage() && isFromPerson(update.getEditedMessage())) {
      Message message = update.getEditedMessage();
      return content(message)
          .filter(Content.Text.class::isInstance)
          .map(content -> new Content.Edited(((Content.Text) content).text()))
          .map(content -> inbound(message, key, content));
    }
    return Optional.empty();
  }

  private Optional<Inbound> tapped(CallbackQuery query, String key) {
    MaybeInaccessibleMessage under = query.getMessage();
    if (under == null || query.getData() == null) {
      return Optional.empty();
    }
    return Optional.of(
        new Inbound(
            new Address(CHANNEL, String.valueOf(under.getChatId())),
            key,
            new Content.Tapped(query.getData()),
            String.valueOf(under.getMessageId()),
            clock.instant(),
            !under.isUserMessage()));
  }

  private Inbound inbound(Message message, String key, Content content) {
    return new Inbound(
        new Address(CHANNEL, String.valueOf(message.getChatId())),
        key,
        content,
        String.valueOf(message.getMessageId()),
        clock.instant(),
        !message.isUserMessage());
  }

  /// The pictures of an album come as messages of their own; one refusal is enough for all.
  private static String key(Message message, Content content, String key) {
    return content instanceof Content.Unsupported && message.getMediaGroupId() != null
        ? "album-" + message.getMediaGroupId()
        : key;
  }

  private static boolean isFromPerson(Message message) {
    return message.getFrom() != null && !Boolean.TRUE.equals(message.getFrom().getIsBot());
  }

  private Optional<Content> content(Message message) {
    String text = message.hasText() ? message.getText() : message.getCaption();
    boolean isPrivate = message.isUserMessage();
    if (text == null) {
      boolean isMeant = isPrivate || isReplyToUs(message);
      return isMeant && NOT_TEXT.stream().anyMatch(kind -> kind.test(message))
          ? Optional.of(new Content.Unsupported())
          : Optional.empty();
    }
    Matcher command = COMMAND.matcher(text.strip());
    if (command.matches()) {
      return command(command, isPrivate);
    }
    if (isPrivate) {
      return Optional.of(new Content.Text(text));
    }
    return isReplyToUs(message) || mention.matcher(text).find()
        ? Optional.of(new Content.Text(mention.matcher(text).replaceAll("")))
        : Optional.empty();
  }

  /// In a group a command without a name may be another bot's; only one that we know is taken as
  /// ours.
  private Optional<Content> command(Matcher command, boolean isPrivate) {
    @Nullable String to = command.group(2);
    boolean isOurs = to == null ? isPrivate : to.equalsIgnoreCase(bot.username());
    if (to != null && !isOurs) {
      return Optional.empty();
    }
    @Nullable String payload = command.group(3);
    return switch (command.group(1).toLowerCase(Locale.ROOT)) {
      case "start" -> Optional.of(new Content.Start(payload == null ? "" : payload.strip()));
      case "chude" -> Optional.of(new Content.Topics());
      case "trogiup", "help" -> Optional.of(new Content.Help());
      case "ma" -> Optional.of(new Content.Code());
      case "nhac" -> reminders(Opening.Matter.LIST);
      case "dulieu" -> reminders(Opening.Matter.DATA);
      case "xoadulieu" -> reminders(Opening.Matter.ERASE);
      case "dung" -> reminders(Opening.Matter.STOP);
      case "hoso" -> reminders(Opening.Matter.PROFILE);
      case "tieptuc" -> reminders(Opening.Matter.RESUME);
      case "noi" ->
          payload == null
              ? reminders(Opening.Matter.JOIN)
              : Optional.of(new Content.Text("/noi " + payload));
      case "kenh" -> reminders(Opening.Matter.CHANNEL);
      case "tachnoi" -> reminders(Opening.Matter.PART);
      default -> isOurs ? Optional.of(new Content.Help()) : Optional.empty();
    };
  }

  private static Optional<Content> reminders(Opening.Matter matter) {
    return Optional.of(new Content.Reminders(matter));
  }

  private boolean isReplyToUs(Message message) {
    Message earlier = message.getReplyToMessage();
    return earlier != null && earlier.getFrom() != null && earlier.getFrom().getId() == bot.id();
  }
}
