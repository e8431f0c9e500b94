package vn.ansinh.console.knowledge;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.officer.Role;

/// A search with its reasons, as `ask --explain` gives them.
final class SearchPage {
  private static final int LONGEST = 1_000;

  private final Supplier<Library> library;

  SearchPage(Supplier<Library> library) {
    this.library = library;
  }

  void addTo(Desk desk) {
    desk.page(KnowledgePages.PATH + "/search", Role.READER, this::search);
  }

  private void search(Visit visit) {
    String typed = visit.parameter("q");
    String question = typed.substring(0, Math.min(LONGEST, typed.length()));
    Library known = library.get();
    Map<String, Object> values = new HashMap<>();
    values.put("question", question);
    values.put("base", known.base());
    values.put("explained", question.isEmpty() ? null : known.index().explain(question, List.of()));
    visit.show("console/knowledge/search.jte", values);
  }
}
