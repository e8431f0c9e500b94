package vn.ansinh.knowledge.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.yaml.YamlDocument;
import vn.ansinh.yaml.YamlFields;
import vn.ansinh.yaml.YamlNode;

/// The knowledge directory as texts: UTF-8, one kind of line end, composed letters.
///
/// @param edited texts that stand in the place of files, by path
record Folder(Path root, Faults faults, Map<String, String> edited) {
  private static final YamlNode NOTHING = new YamlNode.Mapping(1, Map.of());
  private static final String EXAMPLES = ".tsv";
  private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,39}");

  Folder(Path root, Faults faults) {
    this(root, faults, Map.of());
  }

  /// A file's lines joined by \n; empty, and a fault, when it cannot be used.
  Optional<String> text(String file) {
    Faults.In in = faults.in(file);
    try {
      String instead = edited.get(file);
      return text(
          instead == null
              ? Files.readAllBytes(root.resolve(file))
              : instead.getBytes(StandardCharsets.UTF_8),
          in);
    } catch (IOException e) {
      in.add(
          0,
          "Không có tệp này hoặc không đọc được.",
          "Tạo lại tệp đúng tên này, xem lại quyền đọc tệp.");
      return Optional.empty();
    }
  }

  private static Optional<String> text(byte[] bytes, Faults.In in) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      in.add(
          0,
          "Tệp không phải bảng mã UTF-8 hoặc ghi dở dang.",
          "Mở lại tệp và lưu với bảng mã UTF-8.");
      return Optional.empty();
    }
    // Windows editors put a mark before the text and end lines in their own way.
    text = text.replace("\uFEFF", "").replace("\r\n", "\n");
    if (text.isBlank()) {
      in.add(0, "Tệp trống.", "Viết lại nội dung hoặc xóa tệp đi.");
      return Optional.empty();
    }
    if (!Normalizer.isNormalized(text, Normalizer.Form.NFC)) {
      refuseLooseMarks(text, in);
      text = Vietnamese.nfc(text);
    }
    return Optional.of(text);
  }

  private static void refuseLooseMarks(String text, Faults.In in) {
    List<String> lines = text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (!Normalizer.isNormalized(lines.get(i), Normalizer.Form.NFC)) {
        in.add(
            i + 1,
            "Dấu tiếng Việt ở dòng này viết rời khỏi chữ (không phải Unicode dựng sẵn, NFC).",
            "Gõ lại dòng này với bộ gõ chọn Unicode dựng sẵn.");
      }
    }
  }

  /// A YAML file's root; an empty mapping when it cannot be read.
  YamlNode yaml(String file) {
    Optional<YamlDocument> document = text(file).map(YamlDocument::parse);
    document.ifPresent(read -> read.faults().forEach(faults.in(file)::add));
    return document.map(YamlDocument::root).orElse(NOTHING);
  }

  /// The entries of a YAML file whose root is a mapping from id to thing.
  List<YamlNode.Entry> entries(String file) {
    Faults.In in = faults.in(file);
    List<YamlNode.Entry> entries = YamlFields.of(yaml(file), in::add).entries();
    if (entries.isEmpty() && faults.none(file)) {
      in.add(0, "Tệp này chưa có mục nào.", "Viết lại các mục.");
    }
    entries.forEach(entry -> checkId(file, entry));
    return entries;
  }

  void checkId(String file, YamlNode.Entry entry) {
    if (!ID.matcher(entry.key()).matches()) {
      faults
          .in(file)
          .add(
              entry.line(),
              "Mã «" + entry.key() + "» viết sai.",
              "Mã chỉ gồm chữ thường không dấu, chữ số và dấu gạch nối, bắt đầu bằng chữ,"
                  + " dài không quá 40.");
    }
  }

  /// The files of entitlements, by name.
  List<String> entitlements() {
    try (Stream<Path> files = Files.walk(root.resolve("entitlements"))) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString().replace('\\', '/'))
          .filter(this::isEntitlement)
          .sorted()
          .toList();
    } catch (IOException | UncheckedIOException e) {
      faults
          .in("entitlements")
          .add(0, "Không đọc được thư mục này.", "Xem lại thư mục và quyền đọc.");
      return List.of();
    }
  }

  private void checkBeside(String file) {
    if (!Files.exists(root.resolve(file.substring(0, file.length() - EXAMPLES.length()) + ".md"))) {
      faults
          .in(file)
          .add(0, "Bảng câu hỏi này không nằm cạnh mục nào.", "Đổi tên cho giống tên mục: mã.tsv.");
    }
  }

  private boolean isEntitlement(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    if (name.startsWith(".") || name.endsWith("~") || name.equals("README.md")) {
      return false;
    }
    if (name.endsWith(EXAMPLES)) {
      checkBeside(file);
      return false;
    }
    if (!name.endsWith(".md")) {
      faults
          .in(file)
          .add(
              0, "Tên tệp không kết thúc bằng .md nên không được đọc.", "Đổi tên tệp hoặc xóa đi.");
    }
    return name.endsWith(".md");
  }
}
