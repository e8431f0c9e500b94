package vn.ansinh.yaml;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/// The values of one mapping, asked for by key; whatever has the wrong form is handed to `faults`
/// and reads as if it were missing. Ask for every key, then call [#refuseOthers].
public final class YamlFields {
  private static final String QUOTE =
      "Viết lại thành một dòng chữ; có dấu hai chấm thì đặt trong dấu nháy kép.";

  private final Map<String, YamlNode.Entry> entries;
  private final int line;
  private final Consumer<YamlFault> faults;
  private final Set<String> known = new TreeSet<>();

  private YamlFields(YamlNode.Mapping mapping, Consumer<YamlFault> faults) {
    this.entries = mapping.entries();
    this.line = mapping.line();
    this.faults = faults;
  }

  /// The fields of a node; none, and a fault, when it is not a mapping.
  public static YamlFields of(YamlNode node, Consumer<YamlFault> faults) {
    if (node instanceof YamlNode.Mapping mapping) {
      return new YamlFields(mapping, faults);
    }
    faults.accept(
        new YamlFault(
            node.line(),
            "Chỗ này phải là các dòng «tên: giá trị».",
            "Viết mỗi giá trị một dòng, sau tên có dấu hai chấm và một dấu cách."));
    return new YamlFields(new YamlNode.Mapping(node.line(), Map.of()), faults);
  }

  /// Where a key stands; where the mapping begins when the key is missing.
  public int line(String key) {
    YamlNode.Entry entry = entries.get(key);
    return entry == null ? line : entry.line();
  }

  /// The text of a key; a fault, and empty, when there is none.
  public String text(String key) {
    Optional<String> text = optionalText(key);
    if (text.isEmpty() && (!entries.containsKey(key) || isEmpty(key))) {
      fault(line(key), "Thiếu «" + key + "».", "Thêm dòng «" + key + ": …».");
    }
    return text.orElse("");
  }

  public Optional<String> optionalText(String key) {
    return scalar(key).map(scalar -> scalar.text().strip()).filter(text -> !text.isEmpty());
  }

  public Optional<LocalDate> date(String key) {
    Optional<String> text = optionalText(key);
    try {
      return text.map(LocalDate::parse);
    } catch (DateTimeParseException e) {
      fault(
          line(key),
          "«" + key + "» không phải là ngày: " + text.orElse("") + ".",
          "Viết ngày theo kiểu năm-tháng-ngày, ví dụ 2026-07-01.");
      return Optional.empty();
    }
  }

  public Optional<BigDecimal> number(String key) {
    Optional<String> text = optionalText(key);
    try {
      return text.map(BigDecimal::new);
    } catch (NumberFormatException e) {
      fault(
          line(key),
          "«" + key + "» không phải là số: " + text.orElse("") + ".",
          "Viết số liền, không có dấu ngăn nghìn; phần lẻ sau dấu chấm, ví dụ 540000 hoặc 4.5.");
      return Optional.empty();
    }
  }

  /// A list of texts, each with its line; one text alone counts as a list of one.
  public List<YamlNode.Scalar> texts(String key) {
    List<YamlNode.Scalar> texts = new ArrayList<>();
    for (YamlNode item : items(key)) {
      if (item instanceof YamlNode.Scalar scalar && !scalar.text().isBlank()) {
        texts.add(scalar);
      } else {
        fault(item.line(), "Trong «" + key + "» có dòng không phải là chữ.", QUOTE);
      }
    }
    return texts;
  }

  /// A list of mappings.
  public List<YamlFields> maps(String key) {
    return items(key).stream().map(item -> of(item, faults)).toList();
  }

  /// A mapping below a key, empty when there is none.
  public YamlFields map(String key) {
    known.add(key);
    YamlNode.Entry entry = entries.get(key);
    return entry == null || isEmpty(key)
        ? new YamlFields(new YamlNode.Mapping(line, Map.of()), faults)
        : of(entry.value(), faults);
  }

  /// The keys, in the order of the file.
  public List<YamlNode.Entry> entries() {
    return List.copyOf(entries.values());
  }

  /// Reports each key that nobody has asked for.
  public void refuseOthers() {
    for (YamlNode.Entry entry : entries.values()) {
      if (!known.contains(entry.key())) {
        fault(
            entry.line(),
            "Không có mục tên «" + entry.key() + "».",
            "Sửa lại tên cho đúng hoặc xóa đi; các tên dùng được: "
                + String.join(", ", known)
                + ".");
      }
    }
  }

  private Optional<YamlNode.Scalar> scalar(String key) {
    known.add(key);
    YamlNode.Entry entry = entries.get(key);
    if (entry == null) {
      return Optional.empty();
    }
    if (entry.value() instanceof YamlNode.Scalar scalar) {
      return Optional.of(scalar);
    }
    fault(entry.line(), "«" + key + "» phải là một giá trị.", QUOTE);
    return Optional.empty();
  }

  private List<YamlNode> items(String key) {
    known.add(key);
    YamlNode.Entry entry = entries.get(key);
    if (entry == null || isEmpty(key)) {
      return List.of();
    }
    return entry.value() instanceof YamlNode.Sequence list ? list.items() : List.of(entry.value());
  }

  private boolean isEmpty(String key) {
    YamlNode.Entry entry = entries.get(key);
    return entry != null
        && entry.value() instanceof YamlNode.Scalar scalar
        && scalar.text().isBlank();
  }

  private void fault(int where, String problem, String cure) {
    faults.accept(new YamlFault(where, problem, cure));
  }
}
