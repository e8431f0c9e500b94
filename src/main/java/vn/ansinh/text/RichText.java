package vn.ansinh.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A text of paragraphs and bullets with bold words and links: what every channel can show in its
/// own way.
///
/// @param blocks in reading order; none is empty
public record RichText(List<Block> blocks) {
  public static final RichText EMPTY = new RichText(List.of());

  public RichText {
    blocks = List.copyOf(blocks);
  }

  /// One paragraph of plain words.
  public static RichText of(String plain) {
    return new RichText(List.of(new Block.Paragraph(List.of(new Span.Plain(plain)))));
  }

  public static RichText join(List<RichText> parts) {
    return new RichText(parts.stream().flatMap(part -> part.blocks.stream()).toList());
  }

  public RichText plus(RichText other) {
    return new RichText(Stream.concat(blocks.stream(), other.blocks.stream()).toList());
  }

  /// The same with every run of words changed.
  public RichText mapped(UnaryOperator<Span> change) {
    return new RichText(blocks.stream().map(block -> block.mapped(change)).toList());
  }

  public boolean isEmpty() {
    return blocks.isEmpty();
  }

  /// The first block alone: in a knowledge passage, the answer that stands by itself.
  public RichText first() {
    return new RichText(blocks.subList(0, Math.min(1, blocks.size())));
  }

  public RichText rest() {
    return new RichText(blocks.subList(Math.min(1, blocks.size()), blocks.size()));
  }

  /// The words alone: paragraphs apart by an empty line, bullets as lines beginning with "- ".
  public String plain() {
    return blocks.stream().map(Block::plain).collect(Collectors.joining("\n\n"));
  }

  /// Of [#plain], in UTF-16 units.
  private int length() {
    int length = Math.max(0, 2 * (blocks.size() - 1));
    for (Block block : blocks) {
      length += block.length();
    }
    return length;
  }

  /// Parts of at most `limit` UTF-16 units of plain text, cut between blocks, else lines, else
  /// words.
  ///
  /// @param limit at least 16
  public List<RichText> split(int limit) {
    if (limit < 16) {
      throw new IllegalArgumentException("too little room for words: " + limit);
    }
    if (!blocks.isEmpty() && length() <= limit) {
      return List.of(this);
    }
    List<RichText> parts = new ArrayList<>();
    List<Block> part = new ArrayList<>();
    int length = 0;
    for (Block block : blocks.stream().flatMap(block -> block.split(limit).stream()).toList()) {
      int added = block.length() + (part.isEmpty() ? 0 : 2);
      if (length + added > limit && !part.isEmpty()) {
        parts.add(new RichText(part));
        part = new ArrayList<>();
        added = block.length();
        length = 0;
      }
      part.add(block);
      length += added;
    }
    if (!part.isEmpty()) {
      parts.add(new RichText(part));
    }
    return parts;
  }
}
