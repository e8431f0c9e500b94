package vn.ansinh.yaml;

import java.util.regex.Pattern;

/// Writes a tree as a YAML text that reads as the same tree, comments apart.
public final class YamlText {
  /// What means itself without quotes, and the same to every reader of YAML.
  private static final Pattern PLAIN =
      Pattern.compile("[\\p{L}\\p{N}](?:[\\p{L}\\p{N} ./–-]*[\\p{L}\\p{N}.])?");

  private static final Pattern PRINTED = Pattern.compile("[\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ]");
  private static final int INDENT = 2;

  private final StringBuilder text = new StringBuilder();

  private YamlText() {}

  public static String of(YamlNode root) {
    YamlText writer = new YamlText();
    writer.block(root, 0);
    return writer.text.toString();
  }

  /// From the beginning of a line on, which is indented by whoever calls.
  private void block(YamlNode node, int indent) {
    switch (node) {
      case YamlNode.Mapping mapping when !mapping.entries().isEmpty() -> {
        int first = text.length();
        for (YamlNode.Entry entry : mapping.entries().values()) {
          indentUnless(text.length() == first, indent);
          text.append(scalar(entry.key())).append(':');
          value(entry.value(), indent);
        }
      }
      case YamlNode.Sequence list when !list.items().isEmpty() -> {
        int first = text.length();
        for (YamlNode item : list.items()) {
          indentUnless(text.length() == first, indent);
          text.append("- ");
          block(item, indent + INDENT);
        }
      }
      default -> text.append(inline(node)).append('\n');
    }
  }

  private void value(YamlNode node, int indent) {
    String inline = inline(node);
    if (inline.isEmpty()) {
      text.append('\n').repeat(' ', indent + INDENT);
      block(node, indent + INDENT);
    } else {
      text.append(' ').append(inline).append('\n');
    }
  }

  private void indentUnless(boolean isFirst, int indent) {
    if (!isFirst) {
      text.repeat(' ', indent);
    }
  }

  /// Empty for what needs lines of its own.
  private static String inline(YamlNode node) {
    return switch (node) {
      case YamlNode.Scalar scalar -> scalar(scalar.text());
      case YamlNode.Mapping mapping -> mapping.entries().isEmpty() ? "{}" : "";
      case YamlNode.Sequence list -> list.items().isEmpty() ? "[]" : "";
    };
  }

  private static String scalar(String value) {
    return PLAIN.matcher(value).matches() && !value.equals("null")
        ? value
        : '"' + escaped(value) + '"';
  }

  private static String escaped(String value) {
    StringBuilder escaped = new StringBuilder();
    value
        .codePoints()
        .forEach(
            point -> {
              if (point == '"' || point == '\\') {
                escaped.append('\\').appendCodePoint(point);
              } else if (PRINTED.matcher(Character.toString(point)).matches()) {
                escaped.appendCodePoint(point);
              } else {
                escaped.append("\\U%08X".formatted(point));
              }
            });
    return escaped.toString();
  }
}
