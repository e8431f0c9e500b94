package vn.ansinh.conversation.rating;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import vn.ansinh.text.Phrase;

/// What one tap says of an answer. The last three are said after [#UNHELPFUL], and include it.
public enum Mark {
  HELPFUL("+", Phrase.BUTTON_HELPFUL),
  UNHELPFUL("-", Phrase.BUTTON_UNHELPFUL),
  WRONG("w", Phrase.BUTTON_WRONG),
  OFF_QUESTION("q", Phrase.BUTTON_OFF_QUESTION),
  UNCLEAR("u", Phrase.BUTTON_UNCLEAR);

  /// Why an answer did not help.
  public static final List<Mark> REASONS = List.of(WRONG, OFF_QUESTION, UNCLEAR);

  private final String key;
  private final Phrase label;

  Mark(String key, Phrase label) {
    this.key = key;
    this.label = label;
  }

  /// One character, for the data of a button.
  public String key() {
    return key;
  }

  public Phrase label() {
    return label;
  }

  public static Optional<Mark> ofKey(String key) {
    return Arrays.stream(values()).filter(mark -> mark.key.equals(key)).findFirst();
  }
}
