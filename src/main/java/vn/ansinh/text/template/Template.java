package vn.ansinh.text.template;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Block;
import vn.ansinh.text.Markdown;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;

/// Markdown with gaps `{{…}}` that are filled each time it is shown; what fills a gap is taken as
/// it is and never read as Markdown.
///
/// It is read when it is first shown, and once: of a whole knowledge base little is shown for long.
public final class Template<G> {
  /// A gap; its group is what stands between the braces.
  public static final Pattern GAP = Pattern.compile("\\{\\{([^{}\\n]*)}}");

  private static final char FIRST = '\uE000';
  private static final char LAST = '\uF8FF';

  private final String markdown;
  private final Function<String, G> gap;
  private volatile @Nullable Read<G> read;

  /// @param text the n-th gap stands in it as one character, U+E000 + n
  /// @param gaps what each gap asks for
  private record Read<G>(RichText text, List<G> gaps) {}

  private Template(String markdown, Function<String, G> gap) {
    this.markdown = markdown;
    this.gap = gap;
  }

  /// @param gap what is between the braces, to what the gap asks for
  public static <G> Template<G> of(String markdown, Function<String, G> gap) {
    return new Template<>(markdown, gap);
  }

  /// What each gap asks for.
  public List<G> gaps() {
    return read().gaps;
  }

  public RichText fill(Function<G, String> words) {
    Read<G> known = read();
    if (known.gaps.isEmpty()) {
      return known.text;
    }
    return new RichText(
        known.text.blocks().stream()
            .<Block>map(
                block ->
                    switch (block) {
                      case Block.Paragraph paragraph ->
                          new Block.Paragraph(fill(paragraph.spans(), known.gaps, words));
                      case Block.Bullets bullets ->
                          new Block.Bullets(
                              bullets.items().stream()
                                  .map(item -> fill(item, known.gaps, words))
                                  .toList());
                    })
            .toList());
  }

  /// Two templates of one text are one.
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Template<?> template && template.markdown.equals(markdown);
  }

  @Override
  public int hashCode() {
    return markdown.hashCode();
  }

  @Override
  public String toString() {
    return markdown;
  }

  private Read<G> read() {
    Read<G> known = read;
    if (known == null) {
      List<G> gaps = new ArrayList<>();
      Matcher matcher = GAP.matcher(markdown.replaceAll("[" + FIRST + "-" + LAST + "]", "\uFFFD"));
      String marked =
          matcher.replaceAll(
              found -> {
                gaps.add(gap.apply(found.group(1).strip()));
                return String.valueOf((char) (FIRST + gaps.size() - 1));
              });
      known = new Read<>(Markdown.parse(marked), List.copyOf(gaps));
      read = known;
    }
    return known;
  }

  private static <G> List<Span> fill(List<Span> spans, List<G> gaps, Function<G, String> words) {
    return spans.stream().map(span -> span.withText(fill(span.text(), gaps, words))).toList();
  }

  private static <G> String fill(String text, List<G> gaps, Function<G, String> words) {
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
