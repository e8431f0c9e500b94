package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.delivery.dispatch.Rates;
import vn.ansinh.telegram.FakeUpdates;
import vn.ansinh.telegram.TelegramLimits;

/// A broadcast at the rate that is shipped, to a Telegram that enforces what it allows.
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BroadcastLimitsFlowTest {
  private static final int RECIPIENTS = 60;
  private static final long LAN = 4711;

  private final RunningService service = RunningService.at(new Rates(30, 1));
  private final TelegramLimits limits = TelegramLimits.published();
  @TempDir private Path directory;

  @AfterEach
  void close() {
    service.close();
  }

  private void sql(String sql) {
    service.database.pool().query(sql).execute().await();
  }

  private void broadcast(String... words) {
    String[] all =
        Stream.of(
                Stream.of("broadcast"),
                Stream.of(words),
                Stream.of("--config", directory.resolve("ansinh.yaml").toString()))
            .flatMap(part -> part)
            .toArray(String[]::new);
    PrintWriter out = new PrintWriter(System.err, true);
    assertThat(Main.commandLine(out, out).execute(all)).isZero();
  }

  private void approved() throws IOException {
    Files.writeString(
        directory.resolve("ansinh.yaml"),
        """
        database:
          url: "%s"
        clock:
          start: "2026-11-23T11:00:00+07:00"
        """
            .formatted(service.database.uri()));
    sql(
        """
        insert into citizen (channel, address, created_at)
        select 'telegram', (10000 + n)::text, now() from generate_series(1, %d) n"""
            .formatted(RECIPIENTS));
    sql(
        """
        insert into officer (login, name, role, created_at)
        values ('an', 'an', 'approver', now()), ('binh', 'binh', 'approver', now())""");
    broadcast("create", "--as", "an", "--title", "Lịch", "--text", "Trả.", "--to", "everyone");
    broadcast("submit", "1", "--as", "an");
    broadcast("approve", "1", "--as", "binh", "--read", "1");
  }

  @Test
  void reachesAllAndAnswersMeanwhileAndIsNeverToldToWait() throws IOException {
    approved();
    service.telegram.enforce(limits);
    broadcast("start", "1", "--as", "an");
    service.telegram.await("sendMessage", 5).await();
    service.telegram.push(FakeUpdates.text(LAN, 10, "tien gia bao nhieu"));
    service.awaitCount("select count(*) from broadcast where state = 'done'", 1);
    service
        .telegram
        .await(call -> call.chat().equals(String.valueOf(LAN)) && call.status() == 200, 1)
        .await();
    assertThat(
            service.count(
                "select count(*) from delivery where state = 'sent' and broadcast_id = 1"))
        .isEqualTo(RECIPIENTS);
    assertThat(limits.tooEarly()).isZero();
    assertThat(limits.refused()).isZero();
  }
}
