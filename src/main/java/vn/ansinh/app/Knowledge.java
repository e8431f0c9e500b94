package vn.ansinh.app;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.PreparedLibrary.Opened;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.watch.KnowledgeWatch;

/// The knowledge base in use, exchanged as a whole when its files change; a broken edit keeps the
/// last good one.
final class Knowledge implements Supplier<Library> {
  private static final long LOOK_MILLIS = 1_000;

  private final Path directory;
  private final List<String> messengers;
  private final Clock clock;
  private final PreparedLibrary prepared;
  private final KnowledgeWatch watch;
  private volatile Library current;
  private volatile LocalDate checkedOn;
  private volatile Instant readAt;
  private volatile boolean broken;

  Knowledge(Config config, Clock clock) {
    this.directory = config.knowledge();
    this.messengers = config.messengers();
    this.clock = clock;
    this.prepared =
        new PreparedLibrary(PreparedLibrary.runningJar(), directory, config.search(), true);
    // Watched from before it is read: an edit in between is seen.
    this.watch = new KnowledgeWatch(directory);
    Opened opened = load(prepared, directory, clock);
    this.current = naming(opened.library(), messengers);
    this.checkedOn = opened.checkedOn();
    this.readAt = clock.instant();
    tell(opened.stale());
  }

  /// The library of a knowledge base that must be good; a broken one ends the program with 1.
  static Library load(Config config) {
    PreparedLibrary prepared =
        new PreparedLibrary(
            PreparedLibrary.runningJar(), config.knowledge(), config.search(), false);
    Opened opened = load(prepared, config.knowledge(), Clock.system(VietnamTime.ZONE));
    tell(opened.stale());
    return naming(opened.library(), config.messengers());
  }

  /// The same without an index.
  static KnowledgeBase base(Config config) {
    return switch (KnowledgeFiles.load(config.knowledge(), Clock.system(VietnamTime.ZONE))) {
      case Loaded.Good good -> {
        tell(good.stale());
        yield good.base().naming(config.messengers());
      }
      case Loaded.Broken broken -> throw new OperatorException(1, lines(broken.faults()));
    };
  }

  private static Opened load(PreparedLibrary prepared, Path directory, Clock clock) {
    String key = prepared.key();
    return prepared
        .open(key)
        .orElseGet(
            () ->
                switch (KnowledgeFiles.load(directory, clock)) {
                  case Loaded.Good good -> {
                    Opened built = prepared.prepare(key, good, VietnamTime.today(clock));
                    giveBack();
                    yield built;
                  }
                  case Loaded.Broken broken ->
                      throw new OperatorException(1, lines(broken.faults()));
                });
  }

  private static Library naming(Library library, List<String> messengers) {
    return new Library(library.base().naming(messengers), library.index());
  }

  /// One line for each fault: file, line, what is wrong, what to do.
  static List<String> lines(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }

  @Override
  public Library get() {
    return current;
  }

  /// Makes known when what answers was read, how much it is, and whether its files are broken now.
  void bindTo(MeterRegistry meters) {
    Gauge.builder("ansinh.knowledge.read.seconds", () -> readAt.getEpochSecond()).register(meters);
    Gauge.builder("ansinh.knowledge.entries", () -> current.base().entitlements().size())
        .register(meters);
    Gauge.builder("ansinh.knowledge.broken", () -> broken ? 1 : 0).register(meters);
  }

  /// Takes edits over as they come.
  ///
  /// @return ends it
  Runnable watch(Vertx vertx) {
    long timer =
        vertx.setPeriodic(
            LOOK_MILLIS, _ -> vertx.executeBlocking(Executors.callable(this::refresh)));
    return () -> vertx.cancelTimer(timer);
  }

  /// Looks whether files have changed, or another day has come since they were checked against its
  /// law, and takes the change over. Blocks for as long as reading takes.
  void refresh() {
    boolean edited = watch.changed();
    LocalDate today = VietnamTime.today(clock);
    if (!edited && today.equals(checkedOn)) {
      return;
    }
    checkedOn = today;
    String key = prepared.key();
    switch (KnowledgeFiles.load(directory, clock)) {
      case Loaded.Good good -> {
        if (edited || broken) {
          current = naming(prepared.prepare(key, good, today).library(), messengers);
          giveBack();
          log().info("knowledge base reloaded, {} entries", good.base().entitlements().size());
        } else {
          // Another day's law says nothing else about what stands in the index.
          prepared.checked(key, good, today);
        }
        readAt = clock.instant();
        broken = false;
        tell(good.stale());
      }
      case Loaded.Broken(List<Fault> faults) -> {
        broken = true;
        log().warn("the edited knowledge base is broken, the last good one keeps answering");
        tell(faults);
      }
    }
  }

  /// Building takes several times the memory of what it leaves; the machine gets it back now, not
  /// when the heap is full the next time.
  private static void giveBack() {
    System.gc();
  }

  private static void tell(List<Fault> faults) {
    lines(faults).forEach(line -> log().warn("{}", line));
  }

  /// Asked for when there is something to say: until then nobody waits for the log to be set up.
  private static Logger log() {
    return LoggerFactory.getLogger(Knowledge.class);
  }
}
