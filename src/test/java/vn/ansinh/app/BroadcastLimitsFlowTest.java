package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

  private void recipients() {
    sql(
        """
        insert into citizen (channel, address, created_at)
        select 'telegram', (10000 + n)::text, now() from generate_series(1, %d) n"""
            .formatted(RECIPIENTS));
  }

  @Test
  void reachesAllAndAnswersMeanwhileAndIsNeverToldToWait() throws IOException {
    recipients();
    commands.approved("--to", "everyone");
    service.telegram.enforce(limits);
    commands.done("start", "1", "--as", "an");
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
