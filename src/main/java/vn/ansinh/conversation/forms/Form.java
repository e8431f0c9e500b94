package vn.ansinh.conversation.forms;

import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.reminder.ReminderId;

/// A form under way. It is kept with the conversation and gone when it is finished, cancelled or
/// left alone for half an hour.
///
/// @param of the reminder that is changed; null for a new one
/// @param asked what was asked last
/// @param strays messages in a row that said nothing for it
/// @param at when it was last worked on
public record Form(
    Topic topic, @Nullable ReminderId of, Field asked, Filled filled, int strays, Instant at) {
  private static final Duration MEMORY = Duration.ofMinutes(30);
  private static final int MOST_STRAYS = 3;

  public static Form of(Topic topic, @Nullable ReminderId of, Filled filled, Instant now) {
    return new Form(topic, of, Field.CHECK, filled, 0, now);
  }

  public Form asking(Field field) {
    return new Form(topic, of, field, filled, strays, at);
  }

  public Form with(Filled other) {
    return new Form(topic, of, asked, other, strays, at);
  }

  /// Worked on again.
  public Form touched(Instant now) {
    return new Form(topic, of, asked, filled, 0, now);
  }

  /// One more message went past it; empty when it is given up.
  public Optional<Form> strayed() {
    return strays + 1 < MOST_STRAYS
        ? Optional.of(new Form(topic, of, asked, filled, strays + 1, at))
        : Optional.empty();
  }

  public boolean isOver(Instant now) {
    return !now.isBefore(at.plus(MEMORY));
  }

  /// What is to be asked next.
  public Field next() {
    return topic.fields().stream()
        .filter(field -> !filled.has(field))
        .findFirst()
        .orElse(Field.CHECK);
  }

  /// Asks again for one answer.
  public Form again(Field field) {
    return with(filled.without(field)).asking(field);
  }

  /// The step before the one that is asked; the same when it is the first.
  public Field previous() {
    List<Field> fields = topic.fields();
    int now = asked == Field.CHECK ? fields.size() : fields.indexOf(asked);
    return now > 0 ? fields.get(now - 1) : asked;
  }

  public JsonObject toJson() {
    return new JsonObject()
        .put("topic", topic.key())
        .put("of", of == null ? null : of.value())
        .put("asked", asked.key())
        .put("filled", filled.toJson())
        .put("strays", strays)
        .put("at", at.toEpochMilli());
  }

  /// Null for a form that an older version of the service wrote in another way.
  public static @Nullable Form ofJson(@Nullable JsonObject json) {
    if (json == null) {
      return null;
    }
    Optional<Topic> topic = Topic.ofKey(json.getString("topic", ""));
    Optional<Field> asked = Field.ofKey(json.getString("asked", ""));
    if (topic.isEmpty() || asked.isEmpty()) {
      return null;
    }
    Long of = json.getLong("of");
    return new Form(
        topic.get(),
        of == null ? null : new ReminderId(of),
        asked.get(),
        Filled.ofJson(json.getJsonObject("filled", new JsonObject())),
        json.getInteger("strays", 0),
        Instant.ofEpochMilli(json.getLong("at", 0L)));
  }
}
