package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Row;
import io.vertx.sqlclient.Tuple;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.vault.Column;

/// One conversation, held in Telegram, in Zalo and on the web page: each channel says it in its own
/// way, and it means the same.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ThreeChannelsFlowTest {
  private static final Pattern FIGURE =
      Pattern.compile(
          "\\d{1,3}(?:\\.\\d{3})+|\\d{2}/\\d{2}/\\d{4}|\\d+/\\d{4}/[\\p{Lu}-]+|\\d+ ?%");

  /// Words to say; with `>` before them the choice that bears them.
  private static final List<String> SCRIPT =
      List.of(
          "thủ tục nhập khẩu tàu vũ trụ",
          "trợ cấp hằng tháng",
          ">",
          "tien gia bao nhieu",
          "can giay to gi",
          ">Mức hưởng",
          "mua bảo hiểm y tế cho hai vợ chồng hết mấy tiền",
          "nộp ở đâu",
          "cảm ơn");

  /// @param entitlement and facet that are spoken of afterwards
  /// @param finding `Confident`, `Ambiguous` or `Nothing`; empty when nothing was searched
  /// @param figures amounts, days, numbers of decrees, shares
  private record Meaning(String entitlement, String facet, String finding, Set<String> figures) {}

  private record Answer(String text, Meaning meaning) {}

  /// A citizen at one channel.
  private interface Side {
    String channel();

    /// @return everything said in answer
    String say(String text) throws Exception;

    /// @param label part of a choice's words; empty for the first choice
    String choose(String label) throws Exception;
  }

  private final RunningService service = RunningService.bothMessengers(RunningService.NOON);

  @AfterEach
  void close() {
    service.close();
  }

  /// The three conversations are left side by side in `target/three-channels.txt`, to be read.
  @Test
  void theSameConversationMeansTheSameOnEveryChannel() throws Exception {
    List<List<Answer>> all = new ArrayList<>();
    for (Side side : List.of(new OnTelegram(), new OnZalo(), new OnTheWeb())) {
      all.add(held(side));
    }
    SideBySide page = new SideBySide("Telegram", "Zalo", "Trang web");
    for (int i = 0; i < SCRIPT.size(); i++) {
      int line = i;
      page.add(SCRIPT.get(i), all.stream().map(answers -> answers.get(line).text).toList());
    }
    Files.writeString(Path.of("target/three-channels.txt"), page.toString());
    List<List<Meaning>> meanings =
        all.stream().map(answers -> answers.stream().map(Answer::meaning).toList()).toList();
    assertThat(meanings.get(1)).isEqualTo(meanings.get(0));
    assertThat(meanings.get(2)).isEqualTo(meanings.get(0));
    assertThat(meanings.getFirst()).extracting(Meaning::finding).contains("Ambiguous", "Nothing");
    assertThat(meanings.getFirst().get(3).figures()).contains("540.000", "335/2026/NĐ-CP");
  }

  private List<Answer> held(Side side) throws Exception {
    List<Answer> answers = new ArrayList<>();
    for (String line : SCRIPT) {
      long unanswered = service.count("select count(*) from unanswered_question");
      String text = line.startsWith(">") ? side.choose(line.substring(1)) : side.say(line);
      boolean isNothing = service.count("select count(*) from unanswered_question") > unanswered;
      answers.add(new Answer(text, meaning(side.channel(), isNothing, text)));
    }
    return answers;
  }

  private Meaning meaning(String channel, boolean isNothing, String text) {
    Row row =
        service
            .database
            .pool()
            .preparedQuery(
                """
                select citizen_id, state from conversation join citizen c on c.id = citizen_id
                where c.channel = $1""")
            .execute(Tuple.of(channel))
            .await()
            .iterator()
            .next();
    JsonObject state =
        service.database.vault().json(Column.CONVERSATION_STATE, row.getLong(0), row.getBuffer(1));
    boolean isAmbiguous = state.getBoolean("clarified");
    boolean isAnswer = text.contains("Theo ");
    Set<String> figures = new TreeSet<>();
    // What follows is the choices, which are no words of the answer.
    Matcher figure = FIGURE.matcher(text.split("Trả lời bằng số")[0]);
    while (figure.find()) {
      figures.add(figure.group());
    }
    return new Meaning(
        state.getString("subject", ""),
        state.getString("facet", ""),
        isAmbiguous ? "Ambiguous" : isNothing ? "Nothing" : isAnswer ? "Confident" : "",
        figures);
  }

  private final class OnZalo implements Side {
    private final ZaloPerson person = new ZaloPerson(service, "lan-01");

    @Override
    public String channel() {
      return "zalo";
    }

    @Override
    public String say(String text) {
      return person.say(text);
    }

    @Override
    public String choose(String label) {
      return person.choose(label);
    }
  }

  private final class OnTelegram implements Side {
    private final TelegramPerson person = new TelegramPerson(service, 4711);

    @Override
    public String channel() {
      return "telegram";
    }

    @Override
    public String say(String text) {
      return person.say(text);
    }

    @Override
    public String choose(String label) {
      return person.choose(label);
    }
  }

  private final class OnTheWeb implements Side {
    private static final Pattern ANSWER =
        Pattern.compile("(?s)<article class=\"line ours\">(.*?)</article>");
    private static final Pattern CHOICE =
        Pattern.compile("<button name=\"choice\" value=\"([^\"]*)\">([^<]*)</button>");

    private String cookie = "";
    private int key;
    private int read;
    private String last = "";

    @Override
    public String channel() {
      return "web";
    }

    @Override
    public String say(String text) throws Exception {
      return posted("text", text);
    }

    @Override
    public String choose(String label) throws Exception {
      return posted(
          "choice",
          CHOICE
              .matcher(last)
              .results()
              .filter(choice -> choice.group(2).contains(label))
              .findFirst()
              .orElseThrow()
              .group(1));
    }

    private String posted(String field, String value) throws Exception {
      HttpRequest.Builder request =
          service
              .to("/chat")
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(
                  BodyPublishers.ofString(
                      "key=k%d&%s=%s"
                          .formatted(
                              ++key, field, URLEncoder.encode(value, StandardCharsets.UTF_8))));
      HttpResponse<String> posted =
          service.send(cookie.isEmpty() ? request : request.header("Cookie", cookie));
      if (cookie.isEmpty()) {
        cookie = posted.headers().firstValue("Set-Cookie").orElseThrow().split(";")[0];
      }
      List<String> answers =
          ANSWER
              .matcher(service.send(service.to("/").header("Cookie", cookie)).body())
              .results()
              .map(answer -> answer.group(1))
              .toList();
      last = String.join("\n", answers.subList(read, answers.size()));
      read = answers.size();
      return last.replaceAll("<[^>]*>", "");
    }
  }
}
