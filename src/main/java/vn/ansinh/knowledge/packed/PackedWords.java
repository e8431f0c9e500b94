package vn.ansinh.knowledge.packed;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;

/// What the service says and what people type.
final class PackedWords {
  private static final Facet[] FACETS = Facet.values();

  private PackedWords() {}

  static void pack(Phrases phrases, Packer to) {
    for (Saying phrase : Saying.ALL) {
      to.text(phrases.words(phrase, Map.of()));
    }
  }

  static Phrases phrases(Unpacker from) {
    Map<Saying, String> texts = new HashMap<>();
    for (Saying phrase : Saying.ALL) {
      texts.put(phrase, from.text());
    }
    return new Phrases(texts);
  }

  static void pack(Lexicon lexicon, Packer to) {
    pack(lexicon.abbreviations(), to::text, to);
    to.all(
        lexicon.synonyms(),
        synonym -> {
          to.text(synonym.said());
          to.text(synonym.written());
        });
    to.all(lexicon.stopPhrases(), to::text);
    pack(lexicon.facets(), to::choice, to);
    pack(lexicon.facetExamples(), to::choice, to);
    pack(lexicon.courtesies(), to::text, to);
    to.all(lexicon.elsewhere(), to::text);
  }

  static Lexicon lexicon(Unpacker from) {
    return new Lexicon(
        texts(from),
        from.all(() -> new Lexicon.Synonym(from.text(), from.text())),
        from.all(from::text),
        byFacet(from),
        byFacet(from),
        texts(from),
        from.all(from::text));
  }

  static Map<Facet, List<String>> byFacet(Unpacker from) {
    return from.map(() -> from.choice(FACETS), () -> from.all(from::text));
  }

  static <K> void pack(Map<K, List<String>> texts, Consumer<K> packKey, Packer to) {
    to.all(
        texts,
        (key, values) -> {
          packKey.accept(key);
          to.all(values, to::text);
        });
  }

  private static Map<String, List<String>> texts(Unpacker from) {
    return from.map(from::text, () -> from.all(from::text));
  }
}
