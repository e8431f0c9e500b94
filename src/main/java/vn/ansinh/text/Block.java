package vn.ansinh.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A paragraph or a list of bullets.
public sealed interface Block {
  String plain();

  /// Itself when it fits in `limit` UTF-16 units, else pieces that do.
  List<Block> split(int limit);

  record Paragraph(List<Span> spans) implements Block {
    public Paragraph {
      spans = List.copyOf(spans);
    }

    @Override
    public String plain() {
      return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    @Override
    public List<Block> split(int limit) {
      return cut(spans, limit).stream().<Block>map(Paragraph::new).toList();
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
    public List<Block> split(int limit) {
      List<Block> pieces = new ArrayList<>();
      List<List<Span>> piece = new ArrayList<>();
      int length = 0;
      for (List<Span> item :
          items.stream().flatMap(item -> cut(item, limit - MARK.length()).stream()).toList()) {
        int added = MARK.length() + new Paragraph(item).plain().length() + (piece.isEmpty() ? 0 : 1);
        if (length + added > limit && !piece.isEmpty()) {
          pieces.add(new Bullets(piece));
          piece = new ArrayList<>();
          length = 0;
          added = MARK.length() + new Paragraph(item).plain().length();
        }
        piece.add(item);
        length += added;
      }
      if (!piece.isEmpty()) {
        pieces.add(new Bullets(piece));
      }
      return pieces;
    }
  }

  private static List<List<Span>> cut(List<Span> spans, int limit) {
    List<List<Span>> lines = new ArrayList<>();
    List<Span> line = new ArrayList<>();
    int room = limit;
    for (Span span : spans) {
      String rest = span.text();
      while (rest.length() > room) {
        int at = breakPoint(rest, room);
        if (at > 0) {
          line.add(span.withText(rest.substring(0, at)));
        }
        rest = rest.substring(at).stripLeading();
        lines.add(line);
        line = new ArrayList<>();
        room = limit;
      }
      if (!rest.isEmpty()) {
        line.add(span.withText(rest));
        room -= rest.length();
      }
    }
    if (!line.isEmpty()) {
      lines.add(line);
    }
    return lines.stream().filter(each -> !each.isEmpty()).toList();
  }

  /// The last space within `room`; without one, `room` itself, but never between the halves of a surrogate pair.
  private static int breakPoint(String text, int room) {
    int space = text.lastIndexOf(' ', room);
    if (space > 0) {
      return space;
    }
    return room > 0 && Character.isHighSurrogate(text.charAt(room - 1)) ? room - 1 : room;
  }
}
