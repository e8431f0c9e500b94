package vn.ansinh.app.ticks;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;

/// What is kept of the runs of jobs.
class JobRunsDbTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final JobRuns runs = new JobRuns(database.pool(), meters);

  @AfterEach
  void stop() {
    database.close();
    vertx.close().await();
  }

  private List<String> succeeded() {
    List<String> jobs = new ArrayList<>();
    database
        .pool()
        .query(
            "select job from job_run where succeeded_at > now() - interval '1 hour' order by job")
        .execute()
        .await()
        .forEach(row -> jobs.add(row.getString(0)));
    return jobs;
  }

  private long ended(String job, String outcome) {
    return meters.get("ansinh.jobs").tags("job", job, "outcome", outcome).timer().count();
  }

  @Test
  void aSuccessIsKeptAndEachRunIsTimed() {
    runs.run("inbox", () -> {});
    runs.run("inbox", () -> {});
    assertThat(succeeded()).containsExactly("inbox");
    assertThat(ended("inbox", "Done")).isEqualTo(2);
  }

  @Test
  void aFailureIsNoSuccessAndDoesNotReachTheScheduler() {
    runs.run(
        "inbox",
        () -> {
          throw new IllegalStateException("of this test");
        });
    assertThat(succeeded()).isEmpty();
    assertThat(ended("inbox", "Failed")).isEqualTo(1);
  }

  @Test
  void aSuccessThatCannotBeWrittenDownIsASuccessStill() {
    database.pool().query("drop table job_run").execute().await();
    runs.run("inbox", () -> {});
    assertThat(ended("inbox", "Done")).isEqualTo(1);
  }
}
