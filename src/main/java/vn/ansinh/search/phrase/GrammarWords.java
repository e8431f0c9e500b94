package vn.ansinh.search.phrase;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The small words of the language, which say little of any subject.
///
/// @param kin words for people, by which citizens speak of themselves and of others
public record GrammarWords(List<String> function, List<String> kin) {
  /// Those that come with the program.
  public static GrammarWords read() {
    List<String> function = new ArrayList<>();
    List<String> kin = new ArrayList<>();
    try (InputStream stream = GrammarWords.class.getResourceAsStream("grammar-words.tsv")) {
      if (stream == null) {
        throw new IllegalStateException("grammar-words.tsv is missing from the program");
      }
      for (String line :
          new String(stream.readAllBytes(), StandardCharsets.UTF_8).lines().toList()) {
        String[] words = line.substring(line.indexOf('\t') + 1).split(" ", -1);
        (line.startsWith("kin") ? kin : function).addAll(List.of(words));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new GrammarWords(function, kin);
  }

  public List<String> all() {
    List<String> all = new ArrayList<>(function);
    all.addAll(kin);
    return all;
  }
}
