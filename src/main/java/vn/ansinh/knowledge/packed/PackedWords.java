package vn.ansinh.knowledge.packed;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;

/// What the service says and what people type.
final class PackedWords {
  private static final Facet[] FACETS = Facet.values();

  private PackedWords() {}

  static void pack(Phrases phrases, Packer to) {
    for (Phrase phrase : Phrase.values()) {
      to.text(phrases.words(phrase, Map.of()));
    }
  }

  static Phrases phrases(Unpacker from) {
    Map<Phrase, String> texts = new EnumMap<>(Phrase.class);
    for (Phrase phrase : Phrase.values()) {
      texts.put(phrase, from.text());
    }
    return new Phrases(texts);
  }

  static void pack(Lexicon lexicon, Packer to) {
    pack(lexicon.abbreviations(), to);
    to.all(
        lexicon.synonyms(),
        synonym -> {
          to.text(synonym.said());
          to.text(synonym.written());
        });
    to.all(lexicon.stopPhrases(), to::text);
    to.all(
        lexicon.facets(),
        (facet, phrases) -> {
          to.choice(facet);
          to.all(phrases, to::text);
        });
    pack(lexicon.courtesies(), to);
    to.all(lexicon.elsewhere(), to::text);
  }

  static Lexicon lexicon(Unpacker from) {
    return new Lexicon(
        texts(from),
        from.all(() -> new Lexicon.Synonym(from.text(), from.text())),
        from.all(from::text),
        from.map(() -> from.choice(FACETS), () -> from.all(from::text)),
        texts(from),
        from.all(from::text));
  }

  private static void pack(Map<String, List<String>> texts, Packer to) {
    to.all(
        texts,
        (key, values) -> {
          to.text(key);
          to.all(values, to::text);
        });
  }

  private static Map<String, List<String>> texts(Unpacker from) {
    return from.map(from::text, () -> from.all(from::text));
  }
}
