package vn.ansinh.broadcast.content;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying.Broadcast;
import vn.ansinh.text.Span;
import vn.ansinh.text.Vietnamese;

/// Reads what an officer wrote: words with `<b>`, `<i>` and `<a href="…">`, none inside another.
final class Markup {
  private static final Pattern TAG = Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)([^<>]*)>");
  private static final Pattern HALF_TAG = Pattern.compile("</?[a-zA-Z][^\\s<]{0,20}");
  private static final Pattern HREF = Pattern.compile("\\s+href\\s*=\\s*\"([^\"]*)\"\\s*");
  private static final Pattern APART = Pattern.compile("\\n[ \\t]*\\n\\s*");

  /// Nothing that is seen; Telegram takes some of it out and refuses the rest.
  private static final Pattern UNSEEN = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");

  private final Refusals refusals;
  private final List<Refusal> wrong = new ArrayList<>();
  private final List<List<Span>> paragraphs = new ArrayList<>();

  /// The open tag, `b`, `i` or `a`; null between tags.
  private @Nullable String open;

  private String link = "";
  private boolean isFilled;

  private Markup(Refusals refusals) {
    this.refusals = refusals;
    paragraphs.add(new ArrayList<>());
  }

  /// @param text of use only when nothing is wrong
  record Read(RichText text, List<Refusal> wrong) {}

  static Read read(String written, Refusals refusals) {
    Markup markup = new Markup(refusals);
    String text = UNSEEN.matcher(Vietnamese.nfc(written.replace("\r\n", "\n"))).replaceAll("");
    Matcher tag = TAG.matcher(text);
    int from = 0;
    while (tag.find()) {
      markup.words(text.substring(from, tag.start()));
      markup.tag(tag.group(), !tag.group(1).isEmpty(), tag.group(2).toLowerCase(), tag.group(3));
      from = tag.end();
    }
    markup.words(text.substring(from));
    if (markup.open != null) {
      markup.refuse(Broadcast.TAG_OPEN, markup.open);
    }
    return new Read(markup.text(), List.copyOf(markup.wrong));
  }

  private void tag(String whole, boolean closes, String name, String rest) {
    if (!name.equals("b") && !name.equals("i") && !name.equals("a")) {
      refuse(Broadcast.TAG_UNKNOWN, whole);
    } else if (closes) {
      close(name);
    } else if (open != null) {
      refuse(Broadcast.TAG_NESTED, name);
    } else {
      open(whole, name, rest);
    }
  }

  private void open(String whole, String name, String rest) {
    open = name;
    isFilled = false;
    if (!name.equals("a")) {
      if (!rest.isBlank()) {
        refuse(Broadcast.TAG_UNKNOWN, whole);
      }
      return;
    }
    Matcher href = HREF.matcher(rest);
    link = href.matches() ? decoded(href.group(1)).strip() : "";
    if (!isLink(link)) {
      wrong.add(refusals.of(Broadcast.LINK_BAD, Map.of("link", link.isEmpty() ? whole : link)));
    }
  }

  private void close(String name) {
    if (!name.equals(open)) {
      refuse(Broadcast.TAG_CLOSE, name);
    } else if (!isFilled) {
      refuse(Broadcast.TAG_EMPTY, name);
    }
    open = null;
  }

  private static boolean isLink(String link) {
    try {
      URI uri = URI.create(link);
      return uri.getHost() != null
          && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void words(String raw) {
    Matcher half = HALF_TAG.matcher(raw);
    if (half.find()) {
      refuse(Broadcast.TAG_BROKEN, half.group());
    }
    String[] pieces = APART.split(decoded(raw), -1);
    for (int i = 0; i < pieces.length; i++) {
      if (i > 0) {
        paragraphs.add(new ArrayList<>());
      }
      if (!pieces[i].isEmpty()) {
        isFilled |= !pieces[i].isBlank();
        paragraphs.getLast().add(span(pieces[i]));
      }
    }
  }

  private Span span(String words) {
    return switch (open) {
      case "b" -> new Span.Bold(words);
      case "i" -> new Span.Italic(words);
      case "a" -> new Span.Link(words, link);
      case null, default -> new Span.Plain(words);
    };
  }

  private static String decoded(String raw) {
    return raw.replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  private void refuse(Broadcast what, String tag) {
    wrong.add(refusals.of(what, Map.of("tag", tag)));
  }

  private RichText text() {
    return new RichText(
        paragraphs.stream()
            .flatMap(spans -> stripped(spans).stream())
            .<Block>map(Block.Paragraph::new)
            .toList());
  }

  /// Without white space at its ends; empty when nothing is left.
  private static Optional<List<Span>> stripped(List<Span> spans) {
    List<Span> all = new ArrayList<>(spans);
    while (!all.isEmpty() && all.getFirst().text().isBlank()) {
      all.removeFirst();
    }
    while (!all.isEmpty() && all.getLast().text().isBlank()) {
      all.removeLast();
    }
    if (all.isEmpty()) {
      return Optional.empty();
    }
    all.set(0, changed(all.getFirst(), String::stripLeading));
    all.set(all.size() - 1, changed(all.getLast(), String::stripTrailing));
    return Optional.of(all);
  }

  private static Span changed(Span span, Function<String, String> change) {
    return span.withText(change.apply(span.text()));
  }
}
