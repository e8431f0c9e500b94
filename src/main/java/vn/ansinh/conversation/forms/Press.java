package vn.ansinh.conversation.forms;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.delivery.Choice;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.vaccination.Dose;

/// A button that leads to a form or belongs to one: `n:<verb>:<value>`.
///
/// @param value possibly with a further `:`; empty when the verb says all
public record Press(Verb verb, String value) {
  private static final String PREFIX = "n:";

  public enum Verb {
    LIST,
    /// A topic, and after `:` the benefit.
    ADD,
    /// A reminder.
    CHANGE,
    /// A reminder, for good.
    END,
    AGREE,
    CANCEL,
    SAVE,
    /// A field, or nothing to be asked which.
    FIX,
    /// A day in ISO form.
    DATE,
    PEOPLE,
    GUARDIAN,
    BENEFIT,
    /// A dose to be marked or unmarked.
    DOSE,
    /// `none`, `due`, `done`.
    MARK,
    ERASE,
    RESUME,
    /// Nothing, `new`, `end`.
    FEED;

    private String key() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static Press of(Verb verb) {
    return new Press(verb, "");
  }

  public static Press of(Verb verb, Object value) {
    return new Press(verb, value.toString());
  }

  public String data() {
    return PREFIX + verb.key() + (value.isEmpty() ? "" : ":" + value);
  }

  public Choice choice(String label) {
    return new Choice(label, data());
  }

  /// Empty for data that is no such button's.
  public static Optional<Press> parse(String data) {
    if (!data.startsWith(PREFIX)) {
      return Optional.empty();
    }
    String[] parts = data.substring(PREFIX.length()).split(":", 2);
    return List.of(Verb.values()).stream()
        .filter(verb -> verb.key().equals(parts[0]))
        .map(verb -> new Press(verb, parts.length == 2 ? parts[1] : ""))
        .findFirst();
  }

  /// The topic that is to be added.
  public Optional<Topic> topic() {
    return Topic.ofKey(value.split(":", 2)[0]).filter(Topic::signsUp);
  }

  /// The benefit after the topic; null when there is none.
  public @Nullable String benefit() {
    String[] parts = value.split(":", 2);
    return parts.length == 2 ? parts[1] : null;
  }

  public Optional<Field> field() {
    return Field.ofKey(value);
  }

  public Optional<ReminderId> reminder() {
    return value.matches("\\d{1,18}")
        ? Optional.of(new ReminderId(Long.parseLong(value)))
        : Optional.empty();
  }

  /// A small number; null when it is none.
  public @Nullable Integer number() {
    return value.matches("[1-9]\\d?") ? Integer.valueOf(value) : null;
  }

  /// A day as [#of] wrote it.
  public Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(value));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  public boolean isOf(Dose dose) {
    return Filled.key(dose).equals(value);
  }
}
