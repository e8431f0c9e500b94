package vn.ansinh.console.knowledge;

import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Supplier;
import vn.ansinh.console.Desk;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.KnowledgeBase;

/// The pages under `/console/knowledge`.
public final class KnowledgePages {
  static final String PATH = "/console/knowledge";

  private final EntriesPage entries;
  private final SearchPage search;
  private final DocumentsPage documents;

  /// @param library of the moment
  /// @param directory from which it is read
  public KnowledgePages(Supplier<Library> library, Path directory, Clock clock) {
    Supplier<KnowledgeBase> base = () -> library.get().base();
    this.entries = new EntriesPage(base, clock);
    this.search = new SearchPage(library);
    this.documents = new DocumentsPage(base, directory, clock);
  }

  public void addTo(Desk desk) {
    entries.addTo(desk);
    search.addTo(desk);
    documents.addTo(desk);
  }
}
