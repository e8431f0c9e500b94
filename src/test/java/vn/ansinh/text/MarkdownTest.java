package vn.ansinh.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.text.template.Template;

class MarkdownTest {
  @Test
  void paragraphsBulletsBoldAndLinksAreRead() {
    RichText text =
        Markdown.parse("Được **540.000 đồng**\nmột tháng.\n\n- xem [ở đây](https://a.vn/b)\n- hết");

    assertThat(text)
        .isEqualTo(
            new RichText(
                List.of(
                    new Block.Paragraph(
                        List.of(
                            new Span.Plain("Được "),
                            new Span.Bold("540.000 đồng"),
                            new Span.Plain(" một tháng."))),
                    new Block.Bullets(
                        List.of(
                            List.of(
                                new Span.Plain("xem "), new Span.Link("ở đây", "https://a.vn/b")),
                            List.of(new Span.Plain("hết")))))));
  }

  @Test
  void everythingElseBecomesItsPlainWords() {
    assertThat(Markdown.parse("# Đầu đề\n\nchữ *nghiêng* và `mã` <b>đậm</b>").plain())
        .isEqualTo("Đầu đề\n\nchữ nghiêng và mã <b>đậm</b>");
    assertThat(Markdown.parse("1. một\n2. hai").plain()).isEqualTo("một\nhai");
    assertThat(Markdown.parse("- cha\n  - con\n  - cháu").plain()).isEqualTo("- cha con\ncháu");
    assertThat(Markdown.parse("    thụt vào").plain()).isEqualTo("thụt vào");
  }

  @Test
  void nothingGivesNoBlocks() {
    assertThat(Markdown.parse("")).isEqualTo(RichText.EMPTY);
    assertThat(Markdown.parse("-\n-\n")).isEqualTo(RichText.EMPTY);
  }

  @Test
  void whatFillsAGapIsNeverReadAsMarkdown() {
    Template<String> template =
        Template.of("Hỏi **{{a * b}}**:\n\n- {{c}}\n- {{d}} nhé", name -> name);

    RichText text =
        template.fill(
            name ->
                switch (name) {
                  case "a * b" -> "**x** [y](z)";
                  case "c" -> "1. một\n- hai";
                  default -> name;
                });

    assertThat(template.gaps()).containsExactly("a * b", "c", "d");
    assertThat(text.blocks())
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    new Span.Plain("Hỏi "), new Span.Bold("**x** [y](z)"), new Span.Plain(":"))),
            new Block.Bullets(
                List.of(
                    List.of(new Span.Plain("1. một\n- hai")), List.of(new Span.Plain("d nhé")))));
  }

  @Test
  void aStrayPrivateCharacterIsNotTakenForAGap() {
    assertThat(Template.of("\uE000 {{a}}", name -> name).fill(name -> name).plain())
        .isEqualTo("\uFFFD a");
  }
}
