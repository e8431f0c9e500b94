package vn.ansinh.conversation.forms;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.reading.SaidDay;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;

/// Why an answer is not taken.
///
/// @param field that is asked again
/// @param day that is not taken, the `date` of the phrase; null where it is about something else
public record Refusal(
    Field field, Saying phrase, Map<String, String> values, @Nullable SaidDay day) {
  public Refusal(Field field, Phrase phrase, Map<String, String> values) {
    this(field, phrase, values, null);
  }

  static Refusal ofDay(Saying phrase, SaidDay day) {
    return new Refusal(Field.DATE, phrase, Map.of(), day);
  }

  /// In words.
  ///
  /// @param texts what the law has to say of a card that ended too long ago
  public RichText text(Phrases phrases, ReminderTexts texts, LocalDate today) {
    if (day == null) {
      return phrases.text(phrase, values);
    }
    if (phrase != Saying.Gap.OVER) {
      return phrases.text(phrase, Map.of("date", day.words(phrases)));
    }
    RichText gap = texts.gap(day.date(), today);
    return day.byMoon() ? RichText.join(List.of(RichText.of(day.words(phrases)), gap)) : gap;
  }
}
