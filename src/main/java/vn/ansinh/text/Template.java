package vn.ansinh.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Markdown read once, with gaps `{{…}}` that are filled each time it is shown; what fills a gap is
/// taken as it is and never read as Markdown.
///
/// @param text the n-th gap stands in it as one character, U+E000 + n
/// @param gaps what each gap asks for
public record Template<G>(RichText text, List<G> gaps) {
  /// A gap; its group is what stands between the braces.
  public static final Pattern GAP = Pattern.compile("\\{\\{([^{}\\n]*)}}");

  private static final char FIRST = '\uE000';
  private static final char LAST = '\uF8FF';

  public Template {
    gaps = List.copyOf(gaps);
  }

  /// @param gap what is between the braces, to what the gap asks for
  public static <G> Template<G> parse(String markdown, Function<String, G> gap) {
    List<G> gaps = new ArrayList<>();
    Matcher matcher = GAP.matcher(markdown.replaceAll("[" + FIRST + "-" + LAST + "]", "\uFFFD"));
    String marked =
        matcher.replaceAll(
            found -> {
              gaps.add(gap.apply(found.group(1).strip()));
              return String.valueOf((char) (FIRST + gaps.size() - 1));
            });
    return new Template<>(Markdown.parse(marked), gaps);
  }

  public RichText fill(Function<G, String> words) {
    if (gaps.isEmpty()) {
      return text;
    }
    return new RichText(
        text.blocks().stream()
            .<Block>map(
                block ->
                    switch (block) {
                      case Block.Paragraph paragraph ->
                          new Block.Paragraph(fill(paragraph.spans(), words));
                      case Block.Bullets bullets ->
                          new Block.Bullets(
                              bullets.items().stream().map(item -> fill(item, words)).toList());
                    })
            .toList());
  }

  private List<Span> fill(List<Span> spans, Function<G, String> words) {
    return spans.stream().map(span -> span.withText(fill(span.text(), words))).toList();
  }

  private String fill(String text, Function<G, String> words) {
    StringBuilder filled = new StringBuilder(text.length() + 40);
    for (int i = 0; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character >= FIRST && character < FIRST + gaps.size()) {
        filled.append(words.apply(gaps.get(character - FIRST)));
      } else {
        filled.append(character);
      }
    }
    return filled.toString();
  }
}
