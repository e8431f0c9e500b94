package vn.ansinh.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import vn.ansinh.text.RichText;

class FittingTest {
  private static final List<Choice> CHOICES =
      List.of(new Choice("Mức hưởng", "e:a:amount"), new Choice("Giấy tờ", "e:a:documents"));

  private final Fitting fitting = new Fitting(RichText.of("Trả lời bằng số:"));

  private static Capabilities channel(boolean buttons, int longest) {
    return new Capabilities(buttons, true, true, longest, true);
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
    assertThat(parts.getFirst().choices()).isEmpty();
    assertThat(parts.getFirst().text().plain())
        .isEqualTo("Chọn:\n\nTrả lời bằng số:\n\n1. Mức hưởng\n2. Giấy tờ");
  }

  @Test
  void reactionsGoWithTheLastPartAndOnlyWhereThereAreButtons() {
    List<Reaction> reactions = List.of(new Reaction(Reaction.Sign.UP, "Có ích", "k:+"));
    RichText text = RichText.of("a".repeat(30)).plus(RichText.of("b".repeat(30)));
    Message message = new Message(text, CHOICES, reactions);
    assertThat(fitting.fit(message, channel(true, 40)))
        .extracting(Message::reactions)
        .containsExactly(List.of(), reactions);
    assertThat(fitting.fit(message, channel(false, 2_000)))
        .allSatisfy(
            part -> {
              assertThat(part.reactions()).isEmpty();
              assertThat(part.text().plain()).doesNotContain("👍", "Có ích");
            });
  }

  @Test
  void aFileComesAfterTheTextWhereTheChannelTakesFiles() {
    Message.File file = new Message.File("lich.ics", "text/calendar", "BEGIN:VCALENDAR");
    Message message = new Message(RichText.of("Tệp lịch đây."), CHOICES).with(file);
    List<Message> parts = fitting.fit(message, new Capabilities(true, false, true, 100, true));
    assertThat(parts).extracting(Message::file).containsExactly(null, file);
    assertThat(parts.getFirst().choices()).isEqualTo(CHOICES);
    assertThat(fitting.fit(message, new Capabilities(true, false, false, 100, true)))
        .containsExactly(new Message(RichText.of("Tệp lịch đây."), CHOICES));
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
