package vn.ansinh.conversation.forms;

import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Saying;

/// Why an answer is not taken, in words.
///
/// @param field that is asked again
/// @param ended the last day of a card that ended too long ago, of which the law has more to say;
///     null for every other reason
public record Refusal(
    Field field, Saying phrase, Map<String, String> values, @Nullable LocalDate ended) {
  public Refusal(Field field, Phrase phrase, Map<String, String> values) {
    this(field, phrase, values, null);
  }

  static Refusal ofEnded(LocalDate day) {
    return new Refusal(Field.DATE, Saying.Gap.OVER, Map.of(), day);
  }
}
