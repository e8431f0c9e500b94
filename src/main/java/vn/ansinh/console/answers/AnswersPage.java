package vn.ansinh.console.answers;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.Role;

/// The answers that wait for the editor of the knowledge files, at `/console/questions/answers`.
public final class AnswersPage {
  private static final String PATH = "/console/questions/answers";
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final AnswerDrafts drafts;
  private final Supplier<KnowledgeBase> base;

  public AnswersPage(AnswerDrafts drafts, Supplier<KnowledgeBase> base) {
    this.drafts = drafts;
    this.base = base;
  }

  public void addTo(Desk desk) {
    desk.page(PATH, Role.READER, this::list);
    desk.page(PATH + "/file/:file", Role.WRITER, this::export);
    desk.form(PATH + "/:id/done", Role.WRITER, this::done);
  }

  private void list(Visit visit) {
    visit.show(
        "console/answers/list.jte", Map.of("drafts", drafts.open().await(), "base", base.get()));
  }

  private void export(Visit visit) {
    if (!visit.part("file").equals("answers.md")) {
      visit.show(404, "console/gone.jte", Map.of());
      return;
    }
    List<AnswerDraft> all = drafts.open().await();
    visit.file(
        "text/markdown; charset=utf-8", "answers.md", all.stream().map(AnswersPage::section));
  }

  /// A section of Markdown: number, entry and side, then the questions and the answer as written.
  private static String section(AnswerDraft draft) {
    String entry = draft.entitlement().isEmpty() ? "mục mới" : draft.entitlement();
    String facet = Facet.ofKey(draft.facet()).map(found -> " · " + found.key()).orElse("");
    String questions =
        draft.questions().stream().map(each -> "- " + each + "\n").collect(Collectors.joining());
    return Stream.of(
            "## " + draft.number() + " · " + entry + facet,
            "Câu hỏi:\n\n" + questions.strip(),
            "Lời đáp:",
            draft.body().strip())
        .collect(Collectors.joining("\n\n", "", "\n\n"));
  }

  private void done(Visit visit) {
    String id = visit.part("id");
    boolean isDone =
        NUMBER.matcher(id).matches()
            && drafts.done(visit.officer().id(), Long.parseLong(id)).await();
    if (isDone) {
      visit.say(Said.ANSWER_DONE).go(PATH);
    } else {
      visit.show(404, "console/gone.jte", Map.of());
    }
  }
}
