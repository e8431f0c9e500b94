package vn.ansinh.app.ticks;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.Tuple;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How the runs of jobs end: the last success of each in the table `job_run`, which all nodes
/// share, and this node's in figures.
public final class JobRuns {
  private static final Logger LOG = LoggerFactory.getLogger(JobRuns.class);

  /// As which the command that saves the database stands among them.
  public static final String BACKUP = "backup";

  private final Pool pool;
  private final MeterRegistry meters;

  JobRuns(Pool pool, MeterRegistry meters) {
    this.pool = pool;
    this.meters = meters;
  }

  /// What fails is tried again at the next tick, which finds the same work.
  void run(String job, Runnable work) {
    Timer.Sample begun = Timer.start(meters);
    try {
      work.run();
    } catch (RuntimeException e) {
      begun.stop(timer(job, "Failed"));
      LOG.error("the job {} failed", job, e);
      return;
    }
    begun.stop(timer(job, "Done"));
    succeeded(job);
  }

  private Timer timer(String job, String outcome) {
    return meters.timer("ansinh.jobs", "job", job, "outcome", outcome);
  }

  private void succeeded(String job) {
    try {
      wentWell(pool, job);
    } catch (RuntimeException e) {
      LOG.warn("that the job {} went well could not be written down: {}", job, e.toString());
    }
  }

  /// Writes down that it has ended well just now. Blocks.
  public static void wentWell(Pool pool, String job) {
    pool.preparedQuery(
            """
            insert into job_run (job, succeeded_at) values ($1, now())
            on conflict (job) do update set succeeded_at = excluded.succeeded_at""")
        .execute(Tuple.of(job))
        .await();
  }
}
