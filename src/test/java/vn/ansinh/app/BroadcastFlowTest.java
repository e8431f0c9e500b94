package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.telegram.FakeBotApi.Call;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.Fault;

/// A broadcast on its whole way: the command line, the outbox, the Bot API.
@Timeout(value = 240, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BroadcastFlowTest {
  private static final long LAN = 4711;
  private static final List<String> COUNTS =
      List.of(
          "sent",
          "refused",
          "failed",
          "unreachable",
          "unknown",
          "waiting",
          "left",
          "stopped",
          "cancelled",
          "erased");

  private final RunningService service = RunningService.at(new Rates(100, 10_000));
  @TempDir private Path directory;
  private int message = 10;
  private BroadcastCommands commands;

  @BeforeEach
  void open() {
    commands = new BroadcastCommands(service, directory);
  }

  @AfterEach
  void close() {
    commands.close();
    service.close();
  }

  private void sql(String sql) {
    service.database.pool().query(sql).execute().await();
  }

  private JsonObject status() throws IOException {
    commands.done("status", "1", "--json");
    JsonObject status = new JsonObject(commands.out());
    JsonObject progress = status.getJsonObject("progress");
    if (progress != null) {
      assertThat(COUNTS.stream().mapToInt(progress::getInteger).sum())
          .isEqualTo(progress.getInteger("recipients"));
    }
    return status;
  }

  private void ask() {
    service.telegram.push(FakeUpdates.text(LAN, message++, "tien gia bao nhieu"));
  }

  private List<Call> announced() {
    return service.telegram.calls("sendMessage").stream()
        .filter(call -> call.text().equals("Trả ngày 5."))
        .toList();
  }

  private Call reply(int number) {
    return service
        .telegram
        .await(call -> call.method().equals("sendMessage") && call.chat().equals("4711"), number)
        .await()
        .getLast();
  }

  @Test
  void threeHundredPausedResumedRefusedAndCounted() throws IOException {
    sql(
        """
        insert into citizen (channel, address, created_at)
        select 'telegram', (10000 + n)::text, now() from generate_series(1, 300) n""");
    service.telegram.failChat(10_001, Fault.blocked());
    service.telegram.failChat(10_002, new Fault.Closes());
    commands.approved("--to", "everyone");
    assertThat(commands.run("approve", "1", "--as", "an", "--read", "1")).isEqualTo(1);
    commands.done("start", "1", "--as", "an");
    assertThat(commands.run("start", "1", "--as", "binh")).isEqualTo(1);
    assertThat(commands.err()).contains("đang gửi");
    service.telegram.await("sendMessage", 20).await();
    commands.done("pause", "1", "--as", "an");
    int paused = announced().size();
    assertThat(paused).isLessThan(300);
    ask();
    assertThat(reply(1).status()).isEqualTo(200);
    assertThat(announced().size()).isLessThanOrEqualTo(paused + 1);
    assertThat(status().getString("state")).isEqualTo("paused");

    service.telegram.fail("sendMessage", Fault.tooMany(2));
    commands.done("resume", "1", "--as", "binh");
    service
        .telegram
        .await(call -> call.method().equals("sendMessage") && call.status() == 429, 1)
        .await();
    long told = System.nanoTime();
    ask();
    Call reply = reply(2);
    assertThat(TimeUnit.NANOSECONDS.toMillis(reply.at() - told)).isLessThan(1_500);
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> service.count("select count(*) from broadcast where state = 'done'") == 1);
    JsonObject progress = status().getJsonObject("progress");
    assertThat(progress.getInteger("sent")).isEqualTo(298);
    assertThat(progress.getInteger("unreachable")).isEqualTo(1);
    assertThat(progress.getInteger("unknown")).isEqualTo(1);
    assertThat(status().getInteger("doubtful")).isEqualTo(1);
    assertThat(
            announced().stream()
                .filter(call -> call.status() == 200)
                .collect(Collectors.groupingBy(Call::chat, Collectors.counting()))
                .values())
        .hasSize(298)
        .allMatch(count -> count == 1);
    service.telegram.heal(10_002);
    commands.done("retry", "1", "--as", "an", "--what", "unknown");
    service.telegram.await(call -> call.chat().equals("10002") && call.status() == 200, 1).await();
    assertThat(service.count("select count(*) from audit where act ~ '^broadcast'")).isEqualTo(8);
  }

  private Call tap(String data) {
    int before = service.telegram.calls("sendMessage").size();
    service.telegram.push(FakeUpdates.tap(LAN, message++, "q", data));
    return service.telegram.await("sendMessage", before + 1).await().getLast();
  }

  @Test
  void whoSaidInTheirProfileThatItConcernsThemIsToldAtTheTimeThatWasSet() throws IOException {
    service.telegram.push(FakeUpdates.text(LAN, message++, "/hoso"));
    assertThat(reply(1).text()).contains("Xin phép");
    tap("p:agree");
    service.telegram.push(FakeUpdates.tap(LAN, 1_000_002, "q2", "p:groups:merit"));
    service.awaitCount("select count(*) from profile", 1);
    sql("insert into citizen (channel, address, created_at) values ('telegram', '5', now())");

    commands.approved("--to", "{\"group\":\"merit\"}", "--button", "hi-renewal");
    commands.done("start", "1", "--as", "an", "--at", "2026-11-23T12:00");
    assertThat(status().getString("state")).isEqualTo("scheduled");
    service.awaitJobs();
    sql(
        "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint"
            + " where job_name = 'scheduled-broadcasts'");
    Call told =
        service
            .telegram
            .await(
                call -> call.method().equals("sendMessage") && call.text().equals("Trả ngày 5."), 1)
            .await()
            .getFirst();
    assertThat(told.chat()).isEqualTo("4711");
    String data =
        told.parameters()
            .getJsonObject("reply_markup")
            .getJsonArray("inline_keyboard")
            .getJsonArray(0)
            .getJsonObject(0)
            .getString("callback_data");
    assertThat(tap(data).text()).contains("bảo hiểm y tế");
    service.awaitCount("select count(*) from broadcast where state = 'done'", 1);
  }

  @Test
  void whatIsWrongIsSaidInASentence() throws IOException {
    assertThat(commands.run("create", "--as", "an", "--title", "T", "--text", "<b>x", "--to", "{}"))
        .isEqualTo(2);
    assertThat(commands.err()).contains("Phần chọn người nhận viết sai");
    assertThat(
            commands.run(
                "create",
                "--as",
                "an",
                "--title",
                "T",
                "--text",
                "<b>{{hoten}}",
                "--to",
                "everyone"))
        .isEqualTo(1);
    assertThat(commands.err()).contains("chưa đóng", "{{hoten}}");
    assertThat(commands.run("create", "--as", "nobody", "--title", "T", "--to", "everyone"))
        .isEqualTo(1);
    assertThat(commands.err()).contains("Tên đăng nhập hoặc mật khẩu chưa đúng");
    assertThat(commands.run("pause", "7", "--as", "an")).isEqualTo(1);
    assertThat(commands.err()).contains("số 7");
  }
}
