package vn.ansinh.app;

import io.vertx.core.Vertx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;
import vn.ansinh.knowledge.watch.KnowledgeWatch;
import vn.ansinh.search.SearchIndex;
import vn.ansinh.search.SearchSettings;

/// The knowledge base in use, exchanged as a whole when its files change; a broken edit keeps the
/// last good one.
final class Knowledge implements Supplier<Library> {
  private static final Logger LOG = LoggerFactory.getLogger(Knowledge.class);
  private static final long LOOK_MILLIS = 1_000;

  private final Path directory;
  private final SearchSettings settings;
  private final Clock clock;
  private final KnowledgeWatch watch;
  private volatile Library current;

  Knowledge(Config config, Clock clock) {
    this.directory = config.knowledge();
    this.settings = config.search();
    this.clock = clock;
    // Watched from before it is read: an edit in between is seen.
    this.watch = new KnowledgeWatch(directory);
    this.current = load(config);
  }

  /// The library of a knowledge base that must be good; a broken one ends the program with 1.
  static Library load(Config config) {
    KnowledgeBase base = base(config);
    return new Library(base, SearchIndex.of(base, config.search()));
  }

  /// The same without an index.
  static KnowledgeBase base(Config config) {
    Clock clock = Clock.system(VietnamTime.ZONE);
    return switch (KnowledgeFiles.load(config.knowledge(), clock)) {
      case Loaded.Good good -> {
        lines(good.stale()).forEach(line -> LOG.warn("{}", line));
        yield good.base();
      }
      case Loaded.Broken broken -> throw new OperatorException(1, lines(broken.faults()));
    };
  }

  /// One line for each fault: file, line, what is wrong, what to do.
  static List<String> lines(List<Fault> faults) {
    return faults.stream().map(Fault::toString).toList();
  }

  @Override
  public Library get() {
    return current;
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

  /// Looks whether files have changed and takes the change over. Blocks for as long as reading
  /// takes.
  void refresh() {
    if (!watch.changed()) {
      return;
    }
    switch (KnowledgeFiles.load(directory, clock)) {
      case Loaded.Good good -> {
        current = new Library(good.base(), SearchIndex.of(good.base(), settings));
        LOG.info("knowledge base reloaded, {} entries", good.base().entitlements().size());
        lines(good.stale()).forEach(line -> LOG.warn("{}", line));
      }
      case Loaded.Broken broken -> {
        LOG.warn("the edited knowledge base is broken, the last good one keeps answering");
        lines(broken.faults()).forEach(line -> LOG.warn("{}", line));
      }
    }
  }
}
