package vn.ansinh.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A paragraph or a list of bullets.
public sealed interface Block {
  String plain();

  /// Of [#plain], in UTF-16 units.
  int length();

  /// Itself when it fits in `limit` UTF-16 units, else pieces that do.
  List<Block> split(int limit);

  /// The same with every run of words changed.
  Block mapped(UnaryOperator<Span> change);

  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }

    @Override
    public String plain() {
      return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    @Override
    public int length() {
      return Block.length(spans);
    }

    @Override
    public List<Block> split(int limit) {
      return cut(spans, limit).stream().<Block>map(Paragraph::new).toList();
    }

    @Override
    public Block mapped(UnaryOperator<Span> change) {
      return new Paragraph(spans.stream().map(change).toList());
    }
  }

  record Bullets(List<List<Span>> items) implements Block {
    private static final String MARK = "- ";

    public Bullets {
      items = items.stream().map(List::copyOf).toList();
    }

    @Override
    public String plain() {
      return items.stream()
          .map(item -> MARK + new Paragraph(item).plain())
          .collect(Collectors.joining("\n"));
    }

    @Override
    public int length() {
      int length = Math.max(0, items.size() - 1);
      for (List<Span> item : items) {
        length += MARK.length() + Block.length(item);
      }
      return length;
    }

    @Override
    public List<Block> split(int limit) {
      List<Block> pieces = new ArrayList<>();
      List<List<Span>> piece = new ArrayList<>();
      int length = 0;
      for (List<Span> item :
          items.stream().flatMap(item -> cut(item, limit - MARK.length()).stream()).toList()) {
        int added = MARK.length() + Block.length(item) + (piece.isEmpty() ? 0 : 1);
        if (length + added > limit && !piece.isEmpty()) {
          pieces.add(new Bullets(piece));
          piece = new ArrayList<>();
          length = 0;
          added = MARK.length() + Block.length(item);
        }
        piece.add(item);
        length += added;
      }
      if (!piece.isEmpty()) {
        pieces.add(new Bullets(piece));
      }
      return pieces;
    }

    @Override
    public Block mapped(UnaryOperator<Span> change) {
      return new Bullets(items.stream().map(item -> item.stream().map(change).toList()).toList());
    }
  }

  private static int length(List<Span> spans) {
    int length = 0;
    for (Span span : spans) {
      length += span.text().length();
    }
    return length;
  }

  /// Lines of at most `limit` units; the white space at which a line is cut goes.
  private static List<List<Span>> cut(List<Span> spans, int limit) {
    String words = spans.stream().map(Span::text).collect(Collectors.joining());
    List<List<Span>> lines = new ArrayList<>();
    int start = 0;
    while (start < words.length()) {
      int end = words.length() - start <= limit ? words.length() : breakPoint(words, start, limit);
      List<Span> line = slice(spans, start, end);
      if (!words.substring(start, end).isBlank()) {
        lines.add(line);
      }
      start = end;
      while (start < words.length() && Character.isWhitespace(words.charAt(start))) {
        start++;
      }
    }
    return lines;
  }

  /// The last line end within reach, else the last space, else as far as it goes, but never between
  /// the halves of a surrogate pair.
  private static int breakPoint(String words, int start, int limit) {
    int reach = start + limit;
    int at = words.lastIndexOf('\n', reach);
    if (at <= start) {
      at = words.lastIndexOf(' ', reach);
    }
    if (at > start) {
      return at;
    }
    return Character.isHighSurrogate(words.charAt(reach - 1)) ? reach - 1 : reach;
  }

  private static List<Span> slice(List<Span> spans, int start, int end) {
    List<Span> slice = new ArrayList<>();
    int before = 0;
    for (Span span : spans) {
      int from = Math.max(start - before, 0);
      int to = Math.min(end - before, span.text().length());
      if (from < to) {
        slice.add(span.withText(span.text().substring(from, to)));
      }
      before += span.text().length();
    }
    return slice;
  }
}
