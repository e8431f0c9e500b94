package vn.ansinh.text.json;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.util.List;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;

/// The JSON form in which a rich text waits in the outbox:
/// `[{"p":[["plain"],["bold","b"],["words","https://…"]]},{"l":[[…],[…]]}]`.
public final class RichTextJson {
  private RichTextJson() {}

  public static JsonArray encode(RichText text) {
    JsonArray blocks = new JsonArray();
    for (Block block : text.blocks()) {
      blocks.add(
          switch (block) {
            case Block.Paragraph paragraph -> new JsonObject().put("p", spans(paragraph.spans()));
            case Block.Bullets bullets -> {
              JsonArray items = new JsonArray();
              bullets.items().forEach(item -> items.add(spans(item)));
              yield new JsonObject().put("l", items);
            }
          });
    }
    return blocks;
  }

  public static RichText decode(JsonArray blocks) {
    return new RichText(
        blocks.stream()
            .map(JsonObject.class::cast)
            .<Block>map(
                block ->
                    block.containsKey("p")
                        ? new Block.Paragraph(spans(block.getJsonArray("p")))
                        : new Block.Bullets(
                            block.getJsonArray("l").stream()
                                .map(item -> spans((JsonArray) item))
                                .toList()))
            .toList());
  }

  private static JsonArray spans(List<Span> spans) {
    JsonArray array = new JsonArray();
    for (Span span : spans) {
      array.add(
          switch (span) {
            case Span.Plain plain -> new JsonArray().add(plain.text());
            case Span.Bold bold -> new JsonArray().add(bold.text()).add("b");
            case Span.Italic italic -> new JsonArray().add(italic.text()).add("i");
            case Span.Link link -> new JsonArray().add(link.text()).add(link.url());
          });
    }
    return array;
  }

  private static List<Span> spans(JsonArray array) {
    return array.stream().map(JsonArray.class::cast).map(RichTextJson::span).toList();
  }

  private static Span span(JsonArray span) {
    String text = span.getString(0);
    if (span.size() == 1) {
      return new Span.Plain(text);
    }
    return switch (span.getString(1)) {
      case "b" -> new Span.Bold(text);
      case "i" -> new Span.Italic(text);
      case String url -> new Span.Link(text, url);
    };
  }
}
