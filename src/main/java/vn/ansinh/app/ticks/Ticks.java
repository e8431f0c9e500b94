package vn.ansinh.app.ticks;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.ObjectAlreadyExistsException;
import org.quartz.ScheduleBuilder;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;
import org.quartz.impl.SchedulerRepository;
import org.quartz.impl.StdSchedulerFactory;
import org.quartz.impl.jdbcjobstore.JobStoreTX;
import org.quartz.impl.jdbcjobstore.PostgreSQLDelegate;
import org.quartz.simpl.SimpleThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.config.ClockSettings;
import vn.ansinh.db.Database;

/// The running jobs. Each node has a scheduler on the same tables, so that each tick happens on one
/// of them; should it ever happen on two, the work itself bears it.
public final class Ticks implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticks.class);
  private static final String NAME = "ansinh";
  private static final int THREADS = 2;

  /// The jobs under way, the scheduler's own thread, the check-in of the node, the misfires.
  private static final int CONNECTIONS = THREADS + 3;

  private static final int CHECK_IN_MILLIS = 5_000;

  private final Map<Task, Runnable> work;
  private final JobRuns runs;
  private final ClockSettings clock;
  private final Database database;
  private final AtomicBoolean closed = new AtomicBoolean();
  private final Future<@Nullable Scheduler> scheduler;

  /// Starts in the background: a service that answers need not wait for it.
  ///
  /// @param chores what the tasks do
  public Ticks(
      Vertx vertx, Database database, ClockSettings clock, Chores chores, MeterRegistry meters) {
    this.work = chores.all();
    this.runs = new JobRuns(database.pool(), meters);
    this.clock = clock;
    this.database = database;
    this.scheduler =
        vertx
            .executeBlocking(this::start)
            .onFailure(e -> LOG.error("the jobs did not start, nobody is reminded", e));
  }

  /// Fails while the jobs have not started.
  public Future<?> ready() {
    return scheduler.isComplete() ? scheduler : Future.failedFuture("the jobs are starting");
  }

  /// Ends after the jobs under way.
  @Override
  public void close() {
    closed.set(true);
    Scheduler running = scheduler.otherwise((Scheduler) null).await();
    if (running != null) {
      try {
        running.shutdown(true);
      } catch (SchedulerException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  private @Nullable Scheduler start() throws SchedulerException {
    if (closed.get()) {
      return null;
    }
    Scheduler made = new StdSchedulerFactory(properties(database.jdbc())).getScheduler();
    // Nobody looks it up by name, and so several may live in one process.
    SchedulerRepository.getInstance().remove(NAME);
    made.setJobFactory(
        (bundle, _) -> new TickJob(runs, work(bundle.getJobDetail().getKey().getName())));
    for (Task task : work.keySet()) {
      schedule(made, task);
    }
    made.start();
    return made;
  }

  private Runnable work(String key) {
    return work.entrySet().stream()
        .filter(each -> each.getKey().key().equals(key))
        .findFirst()
        .map(Map.Entry::getValue)
        .orElse(() -> LOG.warn("no node of this version knows the job {}", key));
  }

  /// A trigger that is there already is left alone: it knows which times were missed.
  private void schedule(Scheduler scheduler, Task task) throws SchedulerException {
    JobDetail job =
        JobBuilder.newJob(TickJob.class).withIdentity(task.key()).storeDurably().build();
    String rhythm = clock.isOrdinary() ? "calendar" : "pace " + clock.speed();
    TriggerKey key = TriggerKey.triggerKey(task.key(), rhythm);
    for (Trigger old : scheduler.getTriggersOfJob(job.getKey())) {
      if (!old.getKey().equals(key)) {
        scheduler.unscheduleJob(old.getKey());
      }
    }
    scheduler.addJob(job, true);
    ScheduleBuilder<?> schedule =
        clock.isOrdinary() ? task.byCalendar() : task.atPace(clock.speed());
    if (!scheduler.checkExists(key)) {
      try {
        scheduler.scheduleJob(
            TriggerBuilder.newTrigger()
                .withIdentity(key)
                .forJob(job)
                .withSchedule(schedule)
                .build());
      } catch (ObjectAlreadyExistsException e) {
        LOG.debug("another node was faster", e);
      }
    }
  }

  private static Properties properties(Database.Jdbc jdbc) {
    String source = "ansinh-" + UUID.randomUUID();
    Properties properties = new Properties();
    properties.putAll(
        Map.of(
            "org.quartz.scheduler.instanceName",
            NAME,
            "org.quartz.scheduler.instanceId",
            UUID.randomUUID().toString(),
            "org.quartz.scheduler.skipUpdateCheck",
            "true",
            "org.quartz.scheduler.makeSchedulerThreadDaemon",
            "true",
            "org.quartz.threadPool.class",
            SimpleThreadPool.class.getName(),
            "org.quartz.threadPool.threadCount",
            String.valueOf(THREADS),
            "org.quartz.threadPool.makeThreadsDaemons",
            "true"));
    properties.putAll(
        Map.of(
            "org.quartz.jobStore.class",
            JobStoreTX.class.getName(),
            "org.quartz.jobStore.driverDelegateClass",
            PostgreSQLDelegate.class.getName(),
            "org.quartz.jobStore.dataSource",
            source,
            "org.quartz.jobStore.tablePrefix",
            "qrtz_",
            "org.quartz.jobStore.useProperties",
            "true",
            "org.quartz.jobStore.isClustered",
            "true",
            "org.quartz.jobStore.clusterCheckinInterval",
            String.valueOf(CHECK_IN_MILLIS)));
    connections(properties, "org.quartz.dataSource." + source + ".", jdbc);
    return properties;
  }

  private static void connections(Properties properties, String prefix, Database.Jdbc jdbc) {
    properties.put(prefix + "provider", "hikaricp");
    properties.put(prefix + "driver", "org.postgresql.Driver");
    properties.put(prefix + "URL", jdbc.url());
    if (!jdbc.user().isEmpty()) {
      properties.put(prefix + "user", jdbc.user());
      properties.put(prefix + "password", jdbc.password());
    }
    properties.put(prefix + "maxConnections", String.valueOf(CONNECTIONS));
    properties.put(prefix + "minimumIdle", "1");
  }
}
