package vn.ansinh.reminder.words;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.text.template.Template;

/// Phrases with values in them that people wrote: a name is shown as it is and never read as
/// Markdown.
public final class Sentences {
  private final Phrases phrases;
  private final Map<Saying, Template<String>> read = new ConcurrentHashMap<>();

  public Sentences(Phrases phrases) {
    this.phrases = phrases;
  }

  public RichText text(Saying phrase, Map<String, String> values) {
    return read.computeIfAbsent(phrase, this::template)
        .fill(name -> values.getOrDefault(name, "{" + name + "}"));
  }

  /// The words alone, for a button or a line inside another text.
  public String words(Saying phrase, Map<String, String> values) {
    return phrases.words(phrase, values).strip();
  }

  /// ` tại Trạm y tế phường`; nothing where no place is known.
  String at(String place) {
    return place.isEmpty() ? "" : " " + words(Phrase.REMINDER_AT_PLACE, Map.of("place", place));
  }

  /// `ngày 05/02/2027`, or `từ 05/02/2027 đến 07/02/2027`.
  String days(LocalDate first, LocalDate last) {
    return first.equals(last)
        ? words(Phrase.REMINDER_ONE_DAY, Map.of("day", Vietnamese.date(first)))
        : words(
            Phrase.REMINDER_SEVERAL_DAYS,
            Map.of("first", Vietnamese.date(first), "last", Vietnamese.date(last)));
  }

  private Template<String> template(Saying phrase) {
    String gaps = phrases.words(phrase, Map.of()).replaceAll("\\{([a-z]+)}", "{{$1}}");
    return Template.of(gaps, name -> name);
  }
}
