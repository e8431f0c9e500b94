package vn.ansinh.app.ticks;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/// One run of a task; in the whole cluster one at a time. Quartz keeps the name of this class in
/// the database.
@DisallowConcurrentExecution
final class TickJob implements Job {
  private final JobRuns runs;
  private final Runnable work;

  TickJob(JobRuns runs, Runnable work) {
    this.runs = runs;
    this.work = work;
  }

  @Override
  public void execute(JobExecutionContext context) {
    runs.run(context.getJobDetail().getKey().getName(), work);
  }
}
