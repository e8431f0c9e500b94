package vn.ansinh.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.json.JsonArray;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import vn.ansinh.text.json.RichTextJson;

class RichTextTest {
  private static final List<String> WORDS =
      List.of(
          "tiền",
          "già",
          "540.000",
          "🙂",
          "Nghị định",
          "x".repeat(50),
          "a\nb",
          "hộ",
          "👩‍👩‍👧",
          "");

  @Test
  void splittingLosesNoWordAndKeepsEveryPartWithinTheLimit() {
    for (int seed = 0; seed < 400; seed++) {
      Random random = new Random(seed);
      RichText text = text(random);
      int limit = 16 + random.nextInt(120);

      List<RichText> parts = text.split(limit);

      assertThat(parts).as("seed %d", seed).allSatisfy(part -> within(part, limit));
      assertThat(parts.stream().map(RichTextTest::letters).collect(Collectors.joining()))
          .as("seed %d, limit %d", seed, limit)
          .isEqualTo(letters(text));
    }
  }

  private static void within(RichText part, int limit) {
    assertThat(part.plain().length()).isBetween(1, limit);
    assertThat(part.plain()).isNotBlank();
    assertThat(part.plain().chars().filter(c -> Character.isSurrogate((char) c)).count())
        .as("no half of a pair")
        .isEqualTo(2 * part.plain().codePoints().filter(c -> c > 0xFFFF).count());
  }

  /// Bullets may be cut into further bullets: their marks are not words.
  private static String letters(RichText text) {
    return text.plain().replaceAll("(?m)^- ", "").replaceAll("\\s", "");
  }

  private static RichText text(Random random) {
    return new RichText(
        IntStream.rangeClosed(0, random.nextInt(6))
            .<Block>mapToObj(
                _ ->
                    random.nextBoolean()
                        ? new Block.Paragraph(spans(random))
                        : new Block.Bullets(List.of(spans(random), spans(random))))
            .toList());
  }

  private static List<Span> spans(Random random) {
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i <= random.nextInt(8); i++) {
      String words = WORDS.get(random.nextInt(WORDS.size())) + (random.nextBoolean() ? " " : "");
      switch (random.nextInt(4)) {
        case 0 -> spans.add(new Span.Bold(words));
        case 1 -> spans.add(new Span.Link(words, "https://a.vn"));
        case 2 -> spans.add(new Span.Italic(words));
        default -> spans.add(new Span.Plain(words));
      }
    }
    spans.add(new Span.Plain("."));
    return spans;
  }

  @Test
  void aTextThatFitsIsOnePartUnchanged() {
    RichText text = Markdown.parse("Một.\n\n- hai\n- **ba**");

    assertThat(text.split(4096)).containsExactly(text);
  }

  @Test
  void aCutComesBetweenParagraphsBeforeItComesBetweenWords() {
    RichText text = Markdown.parse("Một hai ba bốn.\n\nNăm sáu bảy tám.");

    assertThat(text.split(20))
        .extracting(RichText::plain)
        .containsExactly("Một hai ba bốn.", "Năm sáu bảy tám.");
  }

  @Test
  void aWordIsNotCutOnlyBecauseItStandsInAnotherStyle() {
    RichText text = Markdown.parse("Mười hai chữ **liền nhau** đây");

    assertThat(text.split(16))
        .extracting(RichText::plain)
        .containsExactly("Mười hai chữ", "liền nhau đây");
  }

  @Test
  void aLimitWithoutRoomForWordsIsRefused() {
    assertThatThrownBy(() -> RichText.of("a").split(3))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theFirstBlockAndTheRestMakeTheWhole() {
    RichText text = Markdown.parse("Một.\n\nHai.\n\nBa.");

    assertThat(text.first().plus(text.rest())).isEqualTo(text);
    assertThat(RichText.EMPTY.first()).isEqualTo(RichText.EMPTY);
    assertThat(RichText.EMPTY.rest()).isEqualTo(RichText.EMPTY);
  }

  @Test
  void theJsonFormComesBackAsItWas() {
    for (int seed = 0; seed < 50; seed++) {
      RichText text = text(new Random(seed));
      String json = RichTextJson.encode(text).encode();

      assertThat(RichTextJson.decode(new JsonArray(json))).isEqualTo(text);
    }
  }
}
