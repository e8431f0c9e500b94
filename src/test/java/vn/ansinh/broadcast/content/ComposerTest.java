package vn.ansinh.broadcast.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.delivery.Capabilities;
import vn.ansinh.delivery.Choice;
import vn.ansinh.delivery.Fitting;
import vn.ansinh.delivery.Message;
import vn.ansinh.delivery.mailing.Mailing;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Saying.Broadcast;
import vn.ansinh.text.Span;
import vn.ansinh.vault.TestVault;

class ComposerTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);
  private static final KnowledgeBase BASE =
      ((Loaded.Good) KnowledgeFiles.load(Path.of("knowledge-base"), NOON)).base();
  private static final Mailing MAILING =
      new Mailing(
          Map.of("telegram", new Capabilities(true, true, true, true, 4096, true)),
          new Fitting(RichText.EMPTY),
          TestVault.fresh(),
          NOON);
  private static final Refusals REFUSALS = new Refusals(BASE::phrases);
  private final Composer composer = new Composer(() -> BASE, MAILING, REFUSALS);

  private static Draft draft(String body) {
    return new Draft("Lịch trả", body, Map.of(), null, new Audience.Everyone());
  }

  private Message good(Draft draft) {
    return switch (composer.compose(draft)) {
      case Composed.Good(Message message) -> message;
      case Composed.Broken(List<Refusal> why) -> throw new AssertionError(why);
    };
  }

  private List<Broadcast> wrong(Draft draft) {
    return composer.compose(draft) instanceof Composed.Broken(List<Refusal> why)
        ? why.stream().map(Refusal::what).toList()
        : List.of();
  }

  @Test
  void marksBecomeSpansAndEmptyLinesParagraphs() {
    Message message =
        good(
            draft(
                "  Trả <b>ngày 5</b> &lt;sáng&gt;,\nxem <a href=\"https://a.vn/x?a=1&amp;b=2\">ở"
                    + " đây</a>.\r\n\r\n\n<i>Phường</i>  "));
    assertThat(message.text().blocks())
        .containsExactly(
            new Block.Paragraph(
                List.of(
                    new Span.Plain("Trả "),
                    new Span.Bold("ngày 5"),
                    new Span.Plain(" <sáng>,\nxem "),
                    new Span.Link("ở đây", "https://a.vn/x?a=1&b=2"),
                    new Span.Plain("."))),
            new Block.Paragraph(List.of(new Span.Italic("Phường"))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "<b>đậm | TAG_OPEN",
        "đậm</b> | TAG_CLOSE",
        "<b>đậm</i> | TAG_CLOSE",
        "<b><i>cả hai</i></b> | TAG_NESTED",
        "<b></b> x | TAG_EMPTY",
        "<u>x</u> | TAG_UNKNOWN",
        "<script>x</script> | TAG_UNKNOWN",
        "<b class=\"x\">x</b> | TAG_UNKNOWN",
        "xem <b | TAG_BROKEN",
        "<a>x</a> | LINK_BAD",
        "<a href=\"javascript:alert(1)\">x</a> | LINK_BAD",
        "<a href=\"https://\">x</a> | LINK_BAD",
        "chào {{hoten | GAP_BROKEN",
        "chào {{hoten}} | GAP_UNFILLED",
        "'   ' | EMPTY"
      })
  void whatIsBrokenIsRefusedWithASentence(String body, Broadcast expected) {
    assertThat(wrong(draft(body))).contains(expected);
    assertThat(composer.compose(draft(body)))
        .isInstanceOfSatisfying(
            Composed.Broken.class,
            broken ->
                assertThat(broken.why())
                    .allSatisfy(
                        each -> assertThat(each.sentence()).doesNotContain("{tag}", "{gap}")));
  }

  @Test
  void aLessThanThatBeginsNoTagIsJustThat() {
    assertThat(good(draft("a < b, 3 <5 và x <-y")).text().plain())
        .isEqualTo("a < b, 3 <5 và x <-y");
  }

  @Test
  void gapsAreFilledWithWordsAndNeverWithMarks() {
    Draft draft =
        new Draft(
            "Lịch",
            "Trả <b>{{ ngay }}</b> tại {{noi}}.",
            Map.of("ngay", "05/12", "noi", "<i>trụ sở $1</i>"),
            null,
            new Audience.Everyone());
    assertThat(good(draft).text().plain()).isEqualTo("Trả 05/12 tại <i>trụ sở $1</i>.");
    Map<String, String> blank = Map.of("ngay", " ", "noi", "x");
    assertThat(wrong(new Draft("Lịch", draft.body(), blank, null, draft.audience())))
        .containsExactly(Broadcast.GAP_UNFILLED);
  }

  @Test
  void theLimitIsThatOfTheChannelAfterTheGapsAreFilled() {
    assertThat(wrong(draft("ạ".repeat(4096)))).isEmpty();
    assertThat(wrong(draft("<b>" + "ạ".repeat(4096) + "</b>"))).isEmpty();
    assertThat(wrong(draft("ạ".repeat(4097)))).containsExactly(Broadcast.TOO_LONG);
    Map<String, String> long_ = Map.of("x", "y".repeat(4096));
    assertThat(wrong(new Draft("T", "a{{x}}", long_, null, new Audience.Everyone())))
        .containsExactly(Broadcast.TOO_LONG);
  }

  private static Draft to(@Nullable String button, Audience audience) {
    return new Draft(
        "T", "x", Map.of(), button == null ? null : new EntitlementId(button), audience);
  }

  @Test
  void theButtonAndTheAudienceMustBeKnown() {
    assertThat(good(to("hi-renewal", new Audience.Group("merit"))).choices())
        .extracting(Choice::data)
        .containsExactly("e:hi-renewal:overview");
    assertThat(
            wrong(
                to(
                    "no-such-thing",
                    new Audience.Without(
                        new Audience.Topic("elderly"), new Audience.Neighbourhood("kp-99")))))
        .containsExactly(Broadcast.BUTTON_UNKNOWN, Broadcast.AUDIENCE_UNKNOWN);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() {
    assertThat(wrong(new Draft(" ", "<u>{{a}}", Map.of(), null, new Audience.Everyone())))
        .containsExactly(Broadcast.TITLE_MISSING, Broadcast.TAG_UNKNOWN, Broadcast.GAP_UNFILLED);
  }
}
