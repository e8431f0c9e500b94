package vn.ansinh.app.pages;

import io.vertx.sqlclient.Pool;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import vn.ansinh.console.Desk;
import vn.ansinh.console.knowledge.KnowledgePages;
import vn.ansinh.console.questions.Questions;
import vn.ansinh.console.today.TodayPage;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.KnowledgeBase;

/// Adds the pages about questions and knowledge to the officers' desk.
final class OfficePages {
  private final Pool pool;
  private final Supplier<Library> library;
  private final Path directory;
  private final Clock clock;

  /// @param library of the moment
  /// @param directory from which the library is read
  OfficePages(Pool pool, Supplier<Library> library, Path directory, Clock clock) {
    this.pool = pool;
    this.library = library;
    this.directory = directory;
    this.clock = clock;
  }

  void addTo(Desk desk) {
    Supplier<KnowledgeBase> base = () -> library.get().base();
    new TodayPage(pool, base, clock).addTo(desk);
    new Questions(pool, library, clock).addTo(desk);
    new KnowledgePages(library, directory, clock).addTo(desk);
  }
}
