package vn.ansinh.app.ticks;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of a task; in the whole cluster one at a time. Quartz keeps the name of this class in
/// the database.
@DisallowConcurrentExecution
final class TickJob implements Job {
  private static final Logger LOG = LoggerFactory.getLogger(TickJob.class);

  private final Runnable work;

  TickJob(Runnable work) {
    this.work = work;
  }

  /// What fails is tried again at the next tick, which finds the same work.
  @Override
  public void execute(JobExecutionContext context) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.error("the job {} failed", context.getJobDetail().getKey().getName(), e);
    }
  }
}
