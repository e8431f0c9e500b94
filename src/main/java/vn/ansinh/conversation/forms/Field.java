package vn.ansinh.conversation.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// One step of a form.
public enum Field {
  CONSENT,
  /// Whose card, or the child's nickname.
  NAME,
  /// The one day that the topic is about.
  DATE,
  PEOPLE,
  GUARDIAN,
  DOSES,
  BENEFIT,
  /// Everything is filled in and shown once more.
  CHECK,
  /// Which answer is to be changed.
  FIX;

  /// `date`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Field> ofKey(String key) {
    return List.of(values()).stream().filter(field -> field.key().equals(key)).findFirst();
  }
}
