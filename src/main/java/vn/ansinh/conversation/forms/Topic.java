package vn.ansinh.conversation.forms;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a form is about, and what it asks for, in this order.
public enum Topic {
  INSURANCE(Field.NAME, Field.DATE, Field.PEOPLE),
  VACCINATION(Field.NAME, Field.DATE, Field.GUARDIAN, Field.DOSES),
  PAYMENT(Field.BENEFIT),
  /// The new last day of a renewed card.
  RENEWED(Field.DATE),
  /// Doses that were given on one day.
  GIVEN(Field.DOSES, Field.DATE),
  /// Until when a child's doses are put off.
  LATER(Field.DATE);

  private final List<Field> fields;

  Topic(Field... fields) {
    this.fields = List.of(fields);
  }

  public List<Field> fields() {
    return fields;
  }

  /// Whether it ends with a look at the whole, and needs the citizen's consent.
  public boolean signsUp() {
    return this == INSURANCE || this == VACCINATION || this == PAYMENT;
  }

  /// `insurance`.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Topic> ofKey(String key) {
    return List.of(values()).stream().filter(topic -> topic.key().equals(key)).findFirst();
  }
}
