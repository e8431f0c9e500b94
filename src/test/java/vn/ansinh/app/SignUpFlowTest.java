package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Fault;

/// From the first question to the erasure, over the Bot API stand-in: signing up, being reminded,
/// answering the reminder.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SignUpFlowTest {
  private static final long LAN = 4711;

  private final RunningService service = RunningService.polling();
  private Call last = new Call("", new JsonObject(), 0, 0);
  private int message = 10;

  @AfterEach
  void close() {
    service.close();
  }

  private Call next(JsonObject update) {
    int before = service.telegram.calls("sendMessage").size();
    service.telegram.push(update);
    last = service.telegram.await("sendMessage", before + 1).await().getLast();
    assertThat(last.status()).as(last.text()).isEqualTo(200);
    return last;
  }

  private Call say(String text) {
    return next(FakeUpdates.text(LAN, message++, text));
  }

  private Call tap(String label) {
    return next(FakeUpdates.tap(LAN, message++, "q", data(label)));
  }

  /// Of the button that says so under the last message.
  private String data(String label) {
    JsonArray rows =
        last.parameters().getJsonObject("reply_markup").getJsonArray("inline_keyboard");
    List<JsonObject> buttons =
        rows.stream()
            .flatMap(row -> ((JsonArray) row).stream())
            .map(JsonObject.class::cast)
            .filter(button -> button.getString("text").contains(label))
            .toList();
    assertThat(buttons).as("%s in %s", label, rows).isNotEmpty();
    return buttons.getFirst().getString("callback_data");
  }

  /// What falls due is sent at once, as if its minute had come.
  private Call fire(String at) {
    service.awaitJobs();
    int before = service.telegram.calls("sendMessage").size();
    service
        .database
        .pool()
        .query("update reminder set next_at = '%s' where ended_at is null".formatted(at))
        .execute()
        .await();
    service
        .database
        .pool()
        .query("update qrtz_triggers set next_fire_time = 0 where job_name = 'due-reminders'")
        .execute()
        .await();
    // A node that begins looks at once whether something is due.
    service.restart();
    last = service.telegram.await("sendMessage", before + 1).await().getLast();
    return last;
  }

  @Test
  void aCardIsSignedUpToldOfRenewedAndErased() {
    say("gia hạn thẻ bảo hiểm y tế thế nào");
    assertThat(tap("Nhắc tôi").text()).contains("91/2025/QH15");
    assertThat(tap("Đồng ý").text()).contains("của ai");
    say("mẹ");
    say("tiền già bao nhiêu");
    assertThat(last.text()).contains("540.000", "hết hạn ngày nào");
    say("30/11");
    assertThat(tap("3 người").text()).contains("30/11/2026", "3");
    assertThat(tap("Đúng").text()).contains("Đã đặt lời nhắc");

    assertThat(fire("2026-11-23T01:00Z").text()).contains("mẹ", "30/11/2026");
    assertThat(tap("Đã gia hạn").text()).contains("30/11/2027");
    assertThat(say("/nhac").text()).contains("30/11/2027");

    String show = data("Thẻ của mẹ");
    tap("Thẻ của mẹ");
    assertThat(tap("Tệp lịch").text()).contains("lịch của điện thoại");
    JsonObject calendar =
        service
            .telegram
            .await("sendDocument", 1)
            .await()
            .getLast()
            .parameters()
            .getJsonObject("document");
    assertThat(calendar.getString("file_name")).isEqualTo("lich-an-sinh.ics");
    assertThat(calendar.getString("mime_type")).startsWith("text/calendar");
    assertThat(calendar.getString("content"))
        .startsWith("BEGIN:VCALENDAR\r\n")
        .contains("DTSTART;VALUE=DATE:20271130");
    assertThat(say("/dulieu").text()).contains("mẹ", "3 người");
    say("/xoadulieu");
    assertThat(tap("Xóa hết").text()).contains("Đã xóa hết");
    for (String table : List.of("reminder", "consent", "reminder_message")) {
      assertThat(service.count("select count(*) from " + table)).as(table).isZero();
    }
    assertThat(service.count("select count(*) from delivery where message::text like '%mẹ%'"))
        .isZero();
    assertThat(service.count("select count(*) from inbound where body <> ''")).isZero();
    assertThat(next(FakeUpdates.tap(LAN, message++, "q", show)).text())
        .contains("đã bỏ hoặc đã xóa");
  }

  @Test
  void aChildIsSignedUpAndVaccinated() {
    say("nhac lich tiem cho be Na sinh 3/9/2026");
    tap("Đồng ý");
    tap("Đúng, tôi là cha mẹ");
    tap("Chưa tiêm mũi nào");
    tap("Đúng, nhắc tôi");
    say("/nhac");
    // The card is long: its buttons are under the last part.
    service.telegram.push(FakeUpdates.tap(LAN, message++, "q", data("Lịch của bé Na")));
    last =
        service
            .telegram
            .await(call -> call.parameters().encode().contains("r:given:"), 1)
            .await()
            .getFirst();
    tap("Đã tiêm");
    tap("Xong");
    assertThat(tap("Hôm nay").text()).contains("Đã ghi", "23/11/2026");
    assertThat(service.count("select count(*) from consent where guardian")).isEqualTo(1);
    assertThat(service.wish().getJsonArray("given")).isNotEmpty();
  }

  @Test
  void aCalendarIsSubscribedToRenewedAndRevoked() throws Exception {
    say("nhắc hạn thẻ bảo hiểm y tế của mẹ 31/12/2026");
    tap("Đồng ý");
    tap("3 người");
    tap("Đúng");
    say("/nhac");
    String first = link(tap("Liên kết lịch").text());
    HttpResponse<String> calendar = service.get(first);
    assertThat(calendar.statusCode()).isEqualTo(200);
    assertThat(calendar.headers().firstValue("Content-Type"))
        .hasValue("text/calendar; charset=utf-8");
    assertThat(calendar.headers().firstValue("Cache-Control")).hasValue("private, max-age=3600");
    assertThat(calendar.body()).contains("DTSTART;VALUE=DATE:20261231", "SUMMARY:Thẻ BHYT của mẹ");

    say("/nhac");
    assertThat(tap("Liên kết lịch").text()).contains("Đang có một liên kết").doesNotContain(first);
    String second = link(tap("Liên kết mới").text());
    assertThat(service.get(first).statusCode()).isEqualTo(404);
    assertThat(service.get(second).statusCode()).isEqualTo(200);
    tap("Thu hồi");
    HttpResponse<String> revoked = service.get(second);
    assertThat(revoked.statusCode()).isEqualTo(404);
    assertThat(revoked.body()).isEqualTo(service.get("/lich/abc").body());
  }

  /// The path in it.
  private String link(String text) {
    Matcher matcher =
        Pattern.compile(Pattern.quote(service.address()) + "(/lich/\\S+)").matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  /// Telegram asks to wait first: a file is sent again like any message.
  @Test
  void everythingHeldComesAsAFileToo() {
    say("gia hạn thẻ bảo hiểm y tế thế nào");
    service.telegram.fail("sendDocument", Fault.tooMany(1));
    say("/dulieu");
    List<Call> files = service.telegram.await("sendDocument", 2).await();
    assertThat(files.getFirst().status()).isEqualTo(429);
    Call file = files.getLast();
    assertThat(file.status()).isEqualTo(200);
    JsonObject document = file.parameters().getJsonObject("document");
    assertThat(document.getString("file_name")).isEqualTo("du-lieu-an-sinh.json");
    assertThat(document.getString("mime_type")).startsWith("application/json");
    JsonObject held = new JsonObject(document.getString("content"));
    assertThat(held.getJsonArray("received").encode()).contains("gia hạn thẻ bảo hiểm y tế");

    String settled =
        "select count(*) from delivery where message ? 'file' and settled_at is not null";
    service.awaitCount(settled, 1);
    assertThat(service.count(settled + " and message -> 'file' ? 'content'")).isZero();

    say("/dulieu");
    String second =
        service
            .telegram
            .await("sendDocument", 3)
            .await()
            .getLast()
            .parameters()
            .getJsonObject("document")
            .getString("content");
    assertThat(second).contains("du-lieu-an-sinh.json").doesNotContain("\\\"received\\\"");
  }

  @Test
  void marksAreChangedUnderTheSameMessage() {
    say("nhac lich tiem cho be Na sinh 3/9/2026");
    tap("Đồng ý");
    tap("Đúng, tôi là cha mẹ");
    service.telegram.push(FakeUpdates.tap(LAN, 1_000_003, "q", data("Chọn từng mũi")));
    Call edit = service.telegram.await("editMessageText", 1).await().getFirst();
    assertThat(edit.status()).isEqualTo(200);
    assertThat(edit.parameters().getJsonObject("reply_markup").encode()).contains("mũi 1");
  }

  @Test
  void messagesCanBeStoppedAndResumed() {
    assertThat(say("/dung").text()).contains("/tieptuc");
    assertThat(service.count("select count(*) from citizen where stopped_at is not null"))
        .isEqualTo(1);
    assertThat(say("/tieptuc").text()).contains("Đã nhận lại");
    assertThat(service.count("select count(*) from citizen where stopped_at is not null")).isZero();
  }
}
