package vn.ansinh.conversation.intake;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.ansinh.conversation.Inbound.Content;

class RatingsDbTest {
  private static final String ANSWER = "sp-social-pension:overview";

  private final OpenConversations open = new OpenConversations();
  private int key = 100;

  @AfterEach
  void close() {
    open.close();
  }

  private Future<Void> say(String chat, Content content, boolean named) {
    open.clock.now = open.clock.now.plusSeconds(5);
    return open.conversations.receive(open.inbound(chat, "" + key++, content, named));
  }

  private void ask(String chat, String text) {
    say(chat, new Content.Text(text), true).await();
  }

  private void rate(String chat, String mark) {
    say(chat, new Content.Tapped("k:" + mark + ":" + ANSWER), true).await();
  }

  /// `helpful why`, one for each row.
  private List<String> ratings() {
    return lines("select concat_ws(' ', helpful, why) from rating order by citizen_id");
  }

  private List<String> questions() {
    return lines(
        "select concat_ws('|', question, entitlement, facet, why) from unhelped_question"
            + " order by question");
  }

  private List<String> lines(String sql) {
    return StreamSupport.stream(
            open.database.pool().query(sql).execute().await().spliterator(), false)
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void anOrdinaryQuestionLeavesNoRating() {
    ask("a", "hưu trí xã hội");
    assertThat(ratings()).isEmpty();
    assertThat(questions()).isEmpty();
  }

  @Test
  void oneCitizenHasOneOpinionOfAnAnswerAndTheLastCounts() {
    ask("a", "hưu trí xã hội");
    rate("a", "+");
    assertThat(ratings()).containsExactly("t");
    rate("a", "+");
    rate("a", "-");
    assertThat(ratings()).containsExactly("f");
    rate("a", "w");
    assertThat(ratings()).containsExactly("f wrong");
    rate("a", "-");
    assertThat(ratings()).containsExactly("f wrong");
    rate("a", "u");
    assertThat(ratings()).containsExactly("f unclear");
    open.clock.now = open.clock.now.plus(Duration.ofDays(40));
    rate("a", "+");
    assertThat(ratings()).containsExactly("t");
  }

  @Test
  void tapsThatComeAtOnceAreOneRating() {
    ask("a", "hưu trí xã hội");
    List<Future<Void>> taps =
        List.of("+", "-", "+", "q").stream()
            .map(mark -> say("a", new Content.Tapped("k:" + mark + ":" + ANSWER), true))
            .toList();
    Future.join(taps).await();
    assertThat(ratings()).containsExactly("f off_question");
  }

  @Test
  void everyCitizenHasAnOpinionOfTheirOwnAndItGoesWithThem() {
    ask("a", "hưu trí xã hội");
    ask("b", "hưu trí xã hội");
    rate("a", "+");
    rate("b", "q");
    assertThat(ratings()).containsExactly("t", "f off_question");
    open.database.pool().query("delete from citizen where address = 'b'").execute().await();
    assertThat(ratings()).containsExactly("t");
  }

  @Test
  void aQuestionThatWasNotHelpedIsKeptOnceWithTheReasonAndWithoutWhoAsked() {
    ask("a", "hưu trí xã hội");
    // Written by the database itself: whether a search finds it is another matter.
    open.database
        .pool()
        .query("update inbound set body = 'hưu trí xã hội, gọi 0912 345 678'")
        .execute()
        .await();
    ask("a", "mai táng phí");
    rate("a", "-");
    assertThat(questions()).containsExactly("hưu trí xã hội, gọi …|sp-social-pension|overview");
    rate("a", "-");
    rate("a", "u");
    assertThat(questions())
        .containsExactly("hưu trí xã hội, gọi …|sp-social-pension|overview|unclear");
    open.database.pool().query("delete from citizen").execute().await();
    assertThat(questions()).hasSize(1);
    assertThat(
            lines(
                "select column_name::text from information_schema.columns"
                    + " where table_name = 'unhelped_question'"))
        .containsExactlyInAnyOrder("id", "question", "entitlement", "facet", "why", "asked_on");
  }

  @Test
  void whereMessagesHaveNoNamesTheQuestionIsTheOneBeforeTheAnswer() {
    say("a", new Content.Text("chào"), false).await();
    say("a", new Content.Text("hưu trí xã hội"), false).await();
    say("a", new Content.Text("mai táng phí"), false).await();
    say("a", new Content.Tapped("k:-:" + ANSWER), false).await();
    assertThat(questions()).containsExactly("hưu trí xã hội|sp-social-pension|overview");
  }

  @Test
  void aThumbUpKeepsNoQuestion() {
    ask("a", "hưu trí xã hội");
    rate("a", "+");
    assertThat(questions()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"k:+:gone:overview", "k:x:" + ANSWER, "k:+:sp-social-pension:colour"})
  void whatNoButtonOfOursSaysIsNotStored(String data) {
    say("a", new Content.Tapped(data), true).await();
    assertThat(ratings()).isEmpty();
    assertThat(open.row("select message::text from delivery").getString(0)).contains("old-button");
  }

  @Test
  void anAnswerThatWasNeverGivenHasAnOpinionButNoQuestion() {
    rate("a", "-");
    assertThat(ratings()).containsExactly("f");
    assertThat(questions()).isEmpty();
  }

  @Test
  void ratingsAreCounted() {
    ask("a", "hưu trí xã hội");
    rate("a", "+");
    rate("a", "-");
    rate("a", "-");
    assertThat(counted("helpful")).isEqualTo(1);
    assertThat(counted("unhelpful")).isEqualTo(2);
    assertThat(counted("wrong")).isZero();
  }

  private double counted(String mark) {
    return open.meters.get("ansinh.ratings").tag("mark", mark).functionCounter().count();
  }
}
