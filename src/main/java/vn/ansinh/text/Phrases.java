package vn.ansinh.text;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// The fixed sentences, each a small Markdown text with `{name}` where a value goes.
///
/// `{messengers}` stands for those through which citizens can be written to first; where there are
/// none, the paragraphs that name them are left out.
public final class Phrases {
  private static final String MESSENGERS = "{messengers}";

  private final Map<Saying, String> texts;
  private final List<String> messengers;

  /// Those said without a value, each read once.
  private final Map<Saying, RichText> read = new ConcurrentHashMap<>();

  /// @param texts one for every [Saying]
  public Phrases(Map<Saying, String> texts) {
    this(texts, List.of());
  }

  private Phrases(Map<Saying, String> texts, List<String> messengers) {
    this.texts = Map.copyOf(texts);
    this.messengers = List.copyOf(messengers);
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

  /// The same with the messengers named.
  ///
  /// @param names as people read them: `Telegram`
  public Phrases naming(List<String> names) {
    Map<Saying, String> named = new HashMap<>(texts);
    named.replaceAll((_, text) -> text.contains(MESSENGERS) ? naming(text, names) : text);
    return new Phrases(named, names);
  }

  private static String naming(String text, List<String> names) {
    return names.isEmpty()
        ? Arrays.stream(text.split("\n{2,}"))
            .filter(paragraph -> !paragraph.contains(MESSENGERS))
            .collect(Collectors.joining("\n\n"))
        : text.replace(MESSENGERS, String.join(" hoặc ", names));
  }

  /// Those that [#naming] has named.
  public List<String> messengers() {
    return messengers;
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
