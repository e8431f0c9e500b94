package vn.ansinh.reminder.words;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Template;

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

  private Template<String> template(Saying phrase) {
    String gaps = phrases.words(phrase, Map.of()).replaceAll("\\{([a-z]+)}", "{{$1}}");
    return Template.of(gaps, name -> name);
  }
}
