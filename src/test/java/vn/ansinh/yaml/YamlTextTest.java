package vn.ansinh.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlNode.Scalar;
import vn.ansinh.yaml.YamlNode.Sequence;

class YamlTextTest {
  private static YamlNode read(String text) {
    YamlDocument document = YamlDocument.parse(text);
    assertThat(document.faults()).as(text).isEmpty();
    return document.root();
  }

  /// Without lines and quotes, which a rewritten text has others of.
  private static List<String> said(YamlNode root) {
    return Yaml.scalars(new YamlDocument(root, List.of())).entrySet().stream()
        .map(each -> each.getKey() + " = " + each.getValue().text())
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "calendar/holidays.yaml",
        "calendar/payments.yaml",
        "schedules/sessions.yaml",
        "parameters.yaml",
        "contacts.yaml",
        "phrases.yaml"
      })
  void whatIsWrittenReadsAsTheSame(String file) throws IOException {
    YamlNode root = read(Files.readString(Path.of("knowledge-base").resolve(file)));
    String written = YamlText.of(root);
    assertThat(said(read(written))).isEqualTo(said(root));
    assertThat(YamlText.of(read(written))).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b",
        "# x",
        "- x",
        "null",
        "~",
        "\"",
        "'",
        "\\",
        "a\nb",
        "\u0000\u0007\u007f\u0085\u2028\ufeff",
        " đầu và cuối ",
        "<b>đậm</b> & {{x}} [y] {z} *a &b !c %d @e `f`",
        "🙂 đ",
        "ngày 15–17 hằng tháng",
        "2027-02-05..2027-02-07",
        "a, b",
        "x:",
        "…"
      })
  void everyTextComesBackAsItWas(String text) {
    Mapping root =
        Mapping.EMPTY
            .with("text", Scalar.of(text))
            .with("list", Sequence.of(List.of(Scalar.of(text), Scalar.of(text))))
            .with(text, "khóa");
    assertThat(said(read(YamlText.of(root)))).isEqualTo(said(root));
  }

  @Test
  void itIsWrittenAsAPersonWould() {
    Mapping days =
        Mapping.EMPTY
            .with("rule", "ngày 5 hằng tháng")
            .with(
                "changes",
                Sequence.of(
                    List.of(Mapping.EMPTY.with("day", "2027-02-05").with("source", "trạm: nghỉ"))));
    assertThat(YamlText.of(Mapping.EMPTY.with("place", "Trạm y tế").with("days", days)))
        .isEqualTo(
            """
            place: Trạm y tế
            days:
              rule: ngày 5 hằng tháng
              changes:
                - day: 2027-02-05
                  source: "trạm: nghỉ"
            """);
    assertThat(YamlText.of(Mapping.EMPTY)).isEqualTo("{}\n");
  }
}
