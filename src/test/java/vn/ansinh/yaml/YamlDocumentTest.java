package vn.ansinh.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class YamlDocumentTest {
  @Test
  void everyScalarIsFoundByItsDottedPathWithItsLine() {
    YamlDocument document =
        YamlDocument.parse(
            """
            http:
              port: 8080
            telegram:
              # not yet
              token:
              rates: [30, 1]
            """);

    assertThat(document.faults()).isEmpty();
    assertThat(Yaml.scalars(document).keySet())
        .containsExactly("http.port", "telegram.token", "telegram.rates.0", "telegram.rates.1");
    assertThat(Yaml.scalars(document).get("http.port"))
        .isEqualTo(new YamlNode.Scalar(2, "8080", false));
    assertThat(Yaml.scalars(document).get("telegram.token"))
        .isEqualTo(new YamlNode.Scalar(5, "", false));
  }

  @Test
  void badSyntaxIsAFaultWithItsLineAndNotAnException() {
    for (String text :
        List.of("a: 1\nb: [1, 2\nc: 3\n", "a: 1\n\tb: 2\n", "a: \"x\nb: 2\n", "a: b: c\n")) {
      YamlDocument document = YamlDocument.parse(text);

      assertThat(document.faults()).as(text).hasSize(1);
      assertThat(document.faults().getFirst().line()).as(text).isBetween(1, 4);
      assertThat(Yaml.scalars(document)).isEmpty();
    }
    assertThat(YamlDocument.parse("a: 1\n\tb: 2\n").faults().getFirst().problem()).contains("tab");
    assertThat(YamlDocument.parse("a: b: c\n", 11).faults().getFirst().line()).isEqualTo(11);
  }

  @Test
  void controlCharactersAreAFault() {
    assertThat(YamlDocument.parse("a: x\u0000y\n").faults()).hasSize(1);
  }

  @Test
  void aKeyThatStandsTwiceIsAFault() {
    assertThat(YamlDocument.parse("a: 1\nb: 2\na: 3\n").faults())
        .singleElement()
        .satisfies(fault -> assertThat(fault.line()).isEqualTo(3))
        .satisfies(fault -> assertThat(fault.problem()).contains("«a»"));
  }

  @Test
  void aListThatContainsItselfIsAFault() {
    assertThat(YamlDocument.parse("a: &x\n  - *x\n").faults()).isNotEmpty();
  }

  @Test
  void anEmptyTextIsAnEmptyMapping() {
    assertThat(YamlDocument.parse("# nothing\n"))
        .isEqualTo(new YamlDocument(new YamlNode.Mapping(1, Map.of()), List.of()));
  }

  @Test
  void fieldsGiveTypedValues() {
    List<YamlFault> faults = new ArrayList<>();
    YamlFields fields =
        fields(
            "day: 2026-07-01\nrate: 4.5\nname: ' An '\nlist: [a, b]\none: c\nbelow: {x: 1}\n",
            faults);

    assertThat(fields.date("day")).contains(LocalDate.of(2026, 7, 1));
    assertThat(fields.number("rate")).contains(new BigDecimal("4.5"));
    assertThat(fields.text("name")).isEqualTo("An");
    assertThat(fields.texts("list")).extracting(YamlNode.Scalar::text).containsExactly("a", "b");
    assertThat(fields.texts("one")).extracting(YamlNode.Scalar::text).containsExactly("c");
    assertThat(fields.map("below").text("x")).isEqualTo("1");
    assertThat(fields.optionalText("none")).isEmpty();
    fields.refuseOthers();
    assertThat(faults).isEmpty();
  }

  @Test
  void wrongFormsMissingAndUnknownKeysAreFaultsWithTheirLines() {
    List<YamlFault> faults = new ArrayList<>();
    YamlFields fields = fields("day: 01/07/2026\nrate: 4,5\nname:\nlist: [[a]]\nodd: 1\n", faults);

    assertThat(fields.date("day")).isEmpty();
    assertThat(fields.number("rate")).isEmpty();
    assertThat(fields.text("name")).isEmpty();
    assertThat(fields.texts("list")).isEmpty();
    fields.refuseOthers();
    assertThat(faults).extracting(YamlFault::line).containsExactly(1, 2, 3, 4, 5);
    assertThat(faults.getLast().cure()).contains("day, list, name, rate");
  }

  private static YamlFields fields(String text, List<YamlFault> faults) {
    return YamlFields.of(YamlDocument.parse(text).root(), faults::add);
  }
}
