package vn.ansinh.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.text.Block;
import vn.ansinh.text.RichText;
import vn.ansinh.text.Span;

class FittingTest {
  private static final List<Choice> CHOICES =
      List.of(new Choice("Mức hưởng", "e:a:amount"), new Choice("Giấy tờ", "e:a:documents"));

  private final Fitting fitting =
      new Fitting(RichText.of("Trả lời bằng số:"), RichText.of("Tải ở:"));

  private static Capabilities channel(boolean buttons, int longest) {
    return new Capabilities(buttons, true, true, true, longest, true);
  }

  @Test
  void aChannelWithButtonsGetsThemUnderTheLastPart() {
    RichText text = RichText.of("a".repeat(30)).plus(RichText.of("b".repeat(30)));
    List<Message> parts = fitting.fit(new Message(text, CHOICES), channel(true, 40));
    assertThat(parts).hasSize(2);
    assertThat(parts.getFirst().choices()).isEmpty();
    assertThat(parts.getLast().choices()).isEqualTo(CHOICES);
  }

  @Test
  void withoutButtonsTheChoicesBecomeANumberedList() {
    List<Message> parts =
        fitting.fit(new Message(RichText.of("Chọn:"), CHOICES), channel(false, 2_000));
    assertThat(parts).hasSize(1);
    assertThat(parts.getFirst().choices()).isEqualTo(CHOICES);
    assertThat(parts.getFirst().text().plain())
        .isEqualTo("Chọn:\n\nTrả lời bằng số:\n\n1. Mức hưởng\n2. Giấy tờ");
  }

  @Test
  void whatWasFittedToOneChannelCanBeFittedToAnother() {
    Message message = new Message(RichText.of("Chọn:").plus(RichText.of("Một câu.")), CHOICES);
    Capabilities plain = channel(false, 2_000);
    Message numbered = fitting.fit(message, plain).getFirst();
    assertThat(fitting.unfitted(numbered, plain)).isEqualTo(message);
    assertThat(fitting.unfitted(message, channel(true, 4_096))).isEqualTo(message);
    assertThat(fitting.unfitted(message, plain)).isEqualTo(message);
  }

  @Test
  void reactionsGoWithTheLastPartAndAreChoicesWhereThereAreNoButtons() {
    List<Reaction> reactions = List.of(new Reaction(Reaction.Sign.UP, "Có ích", "k:+"));
    RichText text = RichText.of("a".repeat(30)).plus(RichText.of("b".repeat(30)));
    Message message = new Message(text, CHOICES, reactions);
    assertThat(fitting.fit(message, channel(true, 40)))
        .extracting(Message::reactions)
        .containsExactly(List.of(), reactions);
    Message numbered = fitting.fit(message, channel(false, 2_000)).getLast();
    assertThat(numbered.reactions()).isEmpty();
    assertThat(numbered.choices()).isEqualTo(Fitting.offered(message)).hasSize(3);
    assertThat(numbered.text().plain()).endsWith("2. Giấy tờ\n3. 👍 Có ích");
  }

  @Test
  void whereWordsCarryNoAddressItIsWrittenOut() {
    RichText text =
        new RichText(
            List.of(
                new Block.Paragraph(
                    List.of(
                        new Span.Bold("Xem "),
                        new Span.Link("trang này", "https://a.vn/b"),
                        new Span.Link("1900", "tel:1900"))),
                new Block.Bullets(
                    List.of(List.of(new Span.Link("https://a.vn", "https://a.vn"))))));
    Capabilities words = new Capabilities(true, true, true, false, 100, true);
    RichText fitted = fitting.fit(new Message(text, List.of()), words).getFirst().text();
    assertThat(fitted.plain()).isEqualTo("Xem trang này (https://a.vn/b)1900\n\n- https://a.vn");
    assertThat(((Block.Paragraph) fitted.blocks().getFirst()).spans().getFirst())
        .isEqualTo(new Span.Bold("Xem "));
  }

  @Test
  void aFileComesAfterTheTextWhereTheChannelTakesFiles() {
    Message.File file = new Message.File("lich.ics", "text/calendar", "BEGIN:VCALENDAR");
    Message message = new Message(RichText.of("Tệp lịch đây."), CHOICES).with(file);
    List<Message> parts =
        fitting.fit(message, new Capabilities(true, false, true, true, 100, true));
    assertThat(parts).extracting(Message::file).containsExactly(null, file);
    assertThat(parts.getFirst().choices()).isEqualTo(CHOICES);
    assertThat(fitting.fit(message, new Capabilities(true, false, false, true, 100, true)))
        .containsExactly(new Message(RichText.of("Tệp lịch đây."), CHOICES));
    Message linked =
        message.with(new Message.File("lich.ics", "text/calendar", "", "https://a.vn/tep/x"));
    assertThat(fitting.fit(linked, new Capabilities(true, false, false, true, 100, true)))
        .containsExactly(
            new Message(
                RichText.join(
                    List.of(
                        RichText.of("Tệp lịch đây."),
                        RichText.of("Tải ở:"),
                        RichText.of("https://a.vn/tep/x"))),
                CHOICES));
    assertThat(parts).allSatisfy(FittingTest::survivesTheOutbox);
  }

  private static void survivesTheOutbox(Message message) {
    assertThat(MessageJson.decode(MessageJson.encode(message))).isEqualTo(message);
  }

  @Test
  void noWordIsLostWhenALongTextIsCut() {
    String words = "một hai ba bốn năm ".repeat(400).strip();
    List<Message> parts =
        fitting.fit(new Message(RichText.of(words), List.of()), channel(true, 100));
    assertThat(parts)
        .allSatisfy(part -> assertThat(part.text().plain().length()).isLessThanOrEqualTo(100));
    String joined =
        String.join(" ", parts.stream().map(part -> part.text().plain().strip()).toList());
    assertThat(joined).isEqualTo(words);
  }
}
