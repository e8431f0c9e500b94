package vn.ansinh.text;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The fixed sentences, each a small Markdown text with `{name}` where a value goes.
public final class Phrases {
  private final Map<Saying, String> texts;

  /// Those said without a value, each read once.
  private final Map<Saying, RichText> read = new ConcurrentHashMap<>();

  /// @param texts one for every [Saying]
  public Phrases(Map<Saying, String> texts) {
    this.texts = Map.copyOf(texts);
    for (Saying phrase : Saying.ALL) {
      if (!texts.containsKey(phrase)) {
        throw new IllegalArgumentException("no words for " + phrase.key());
      }
    }
  }

  /// Phrases that say their own keys: for tests, where the words do not matter.
  public static Phrases ofKeys() {
    Map<Saying, String> texts = new HashMap<>();
    for (Saying phrase : Saying.ALL) {
      texts.put(phrase, phrase.key());
    }
    return new Phrases(texts);
  }

  public RichText text(Saying phrase) {
    return read.computeIfAbsent(phrase, known -> Markdown.parse(words(known, Map.of())));
  }

  public RichText text(Saying phrase, Map<String, String> values) {
    return Markdown.parse(words(phrase, values));
  }

  /// The words with the values put in, as Markdown source: for a button or a line inside another
  /// text.
  public String words(Saying phrase, Map<String, String> values) {
    String words = texts.getOrDefault(phrase, "");
    for (Map.Entry<String, String> value : values.entrySet()) {
      words = words.replace("{" + value.getKey() + "}", value.getValue());
    }
    return words;
  }
}
