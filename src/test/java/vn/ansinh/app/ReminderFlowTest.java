package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.sqlclient.Tuple;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import vn.ansinh.telegram.FakeBotApi.Call;

/// A reminder on its whole way: the job, the outbox, the Bot API.
@Timeout(value = 150, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ReminderFlowTest {
  private final RunningService service = RunningService.polling();

  @AfterEach
  void close() {
    service.close();
  }

  /// A card of which the citizen should have been told this morning.
  private void due() {
    service
        .database
        .pool()
        .preparedQuery(
            """
            with c as (
              insert into citizen (channel, address, created_at)
              values ('telegram', '4711', $1) returning id)
            insert into reminder (citizen_id, kind, wish, next_at, created_at)
            select id, 'insurance',
              unsealed('{"kind":"insurance","name":"mẹ","expires":"2026-11-30","people":2}'),
              '2026-11-23T01:00Z', $1
            from c""")
        .execute(Tuple.of(RunningService.NOON.instant().atOffset(ZoneOffset.UTC)))
        .await();
    service.database.seal();
  }

  /// As if a minute had passed, without waiting for it.
  private void nextMinuteNow() {
    service
        .database
        .pool()
        .query(
            "update qrtz_triggers set next_fire_time = (extract(epoch from now()) * 1000)::bigint where job_name = 'due-reminders'")
        .execute()
        .await();
  }

  @Test
  void aReminderArrivesOnceAtItsMinute() {
    due();
    service.awaitJobs();
    nextMinuteNow();
    Call call = service.telegram.await("sendMessage", 1).await().getFirst();
    assertThat(call.status()).isEqualTo(200);
    assertThat(call.chat()).isEqualTo("4711");
    assertThat(call.text()).contains("mẹ", "30/11/2026");
    service.awaitCount("select count(*) from delivery where state = 'sent'", 1);
    service.restart();
    assertThat(service.telegram.calls("sendMessage")).hasSize(1);
    assertThat(service.count("select count(*) from reminder_message where outcome = 'queued'"))
        .isEqualTo(1);
  }

  @Test
  void withoutARunningServiceTheJobsAreNotToBeHad() {
    service.awaitJobs();
    StringWriter err = new StringWriter();
    StringWriter out = new StringWriter();
    int code =
        Main.run(
            new PrintWriter(out, true),
            new PrintWriter(err, true),
            "reminders",
            "jobs",
            "--config",
            "no-such-file");
    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("Không có An Sinh nào đang chạy");
  }
}
