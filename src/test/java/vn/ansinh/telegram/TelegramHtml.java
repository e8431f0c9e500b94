package vn.ansinh.telegram;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads HTML as strictly as Telegram does.
public final class TelegramHtml {
  private static final Set<String> TAGS =
      Set.of(
          "b",
          "strong",
          "i",
          "em",
          "u",
          "ins",
          "s",
          "strike",
          "del",
          "code",
          "pre",
          "a",
          "span",
          "blockquote",
          "tg-spoiler",
          "tg-emoji");
  private static final Pattern TAG =
      Pattern.compile("<(/?)([a-zA-Z-]*)((?:\\s+[a-z-]+(?:=\"[^\"<>]*\")?)*)\\s*(>?)");
  private static final Pattern ENTITY = Pattern.compile("&(#\\d+|#x[0-9a-fA-F]+|lt|gt|amp|quot);");

  private TelegramHtml() {}

  /// The text that a person reads.
  ///
  /// @throws IllegalArgumentException with Telegram's words when it would be refused
  public static String plain(String html) {
    StringBuilder text = new StringBuilder();
    Deque<String> open = new ArrayDeque<>();
    Matcher tag = TAG.matcher(html);
    int from = 0;
    while (tag.find()) {
      text.append(html, from, tag.start());
      from = tag.end();
      String name = tag.group(2);
      boolean closed = !tag.group(4).isEmpty();
      if (!closed || !TAGS.contains(name)) {
        throw refused("Unsupported start tag \"" + name + "\" at byte offset " + tag.start());
      }
      if (tag.group(1).isEmpty()) {
        open.push(name);
      } else if (open.isEmpty() || !open.pop().equals(name)) {
        throw refused("Unexpected end tag at byte offset " + tag.start());
      }
    }
    if (!open.isEmpty()) {
      throw refused("Can't find end tag corresponding to start tag \"" + open.peek() + "\"");
    }
    return decode(text.append(html.substring(from)).toString());
  }

  private static String decode(String text) {
    return ENTITY
        .matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(character(found.group(1))));
  }

  private static String character(String entity) {
    return switch (entity) {
      case "lt" -> "<";
      case "gt" -> ">";
      case "amp" -> "&";
      case "quot" -> "\"";
      default ->
          Character.toString(
              entity.startsWith("#x")
                  ? Integer.parseInt(entity.substring(2), 16)
                  : Integer.parseInt(entity.substring(1)));
    };
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("can't parse entities: " + why);
  }
}
