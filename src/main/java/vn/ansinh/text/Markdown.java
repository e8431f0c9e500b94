package vn.ansinh.text;

import java.util.ArrayList;
import java.util.List;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/// The small Markdown of knowledge files: paragraphs, one level of bullets, bold, links. Everything
/// else becomes its plain words.
public final class Markdown {
  private static final Parser PARSER = Parser.builder().build();

  private Markdown() {}

  public static RichText parse(String markdown) {
    return of(PARSER.parse(markdown));
  }

  /// The blocks below a parsed node.
  static RichText of(Node parent) {
    List<Block> blocks = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof BulletList list) {
        List<List<Span>> items = items(list);
        if (!items.isEmpty()) {
          blocks.add(new Block.Bullets(items));
        }
      } else {
        List<Span> spans = node instanceof Paragraph ? spans(node) : words(node);
        if (!spans.isEmpty()) {
          blocks.add(new Block.Paragraph(spans));
        }
      }
    }
    return new RichText(blocks);
  }

  private static List<List<Span>> items(BulletList list) {
    List<List<Span>> items = new ArrayList<>();
    for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
      List<Span> spans = new ArrayList<>();
      for (Node part = item.getFirstChild(); part != null; part = part.getNext()) {
        if (!spans.isEmpty()) {
          spans.add(new Span.Plain(" "));
        }
        spans.addAll(part instanceof Paragraph ? spans(part) : words(part));
      }
      if (!spans.isEmpty()) {
        items.add(spans);
      }
    }
    return items;
  }

  private static List<Span> spans(Node parent) {
    List<Span> spans = new ArrayList<>();
    for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
      switch (node) {
        case StrongEmphasis bold -> spans.add(new Span.Bold(plain(bold)));
        case Link link -> spans.add(new Span.Link(plain(link), link.getDestination()));
        default -> append(spans, plain(node));
      }
    }
    return spans;
  }

  private static void append(List<Span> spans, String words) {
    if (!spans.isEmpty() && spans.getLast() instanceof Span.Plain before) {
      spans.set(spans.size() - 1, new Span.Plain(before.text() + words));
    } else if (!words.isEmpty()) {
      spans.add(new Span.Plain(words));
    }
  }

  private static List<Span> words(Node node) {
    String plain = plain(node).strip();
    return plain.isEmpty() ? List.of() : List.of(new Span.Plain(plain));
  }

  private static String plain(Node node) {
    return switch (node) {
      case Text text -> text.getLiteral();
      case Code code -> code.getLiteral();
      case FencedCodeBlock code -> code.getLiteral();
      case IndentedCodeBlock code -> code.getLiteral();
      case HtmlInline html -> html.getLiteral();
      case HtmlBlock html -> html.getLiteral();
      case SoftLineBreak _ -> " ";
      case HardLineBreak _ -> "\n";
      default -> {
        StringBuilder words = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
          if (child instanceof org.commonmark.node.Block && !words.isEmpty()) {
            words.append('\n');
          }
          words.append(plain(child));
        }
        yield words.toString();
      }
    };
  }
}
