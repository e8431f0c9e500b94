package vn.ansinh.console.questions;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.answers.AnswerDrafts;
import vn.ansinh.console.questions.Judgements.Verdict;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.officer.Role;

/// One group of questions, and what officers do with it.
final class GroupPage {
  private static final String PATH = QuestionsPage.PATH + "/:list/:group";
  private static final int SUGGESTED = 5;
  private static final String NONE = "none";

  private final OpenQuestions questions;
  private final Judgements judgements;
  private final Supplier<Library> library;

  GroupPage(OpenQuestions questions, Judgements judgements, Supplier<Library> library) {
    this.questions = questions;
    this.judgements = judgements;
    this.library = library;
  }

  void addTo(Desk desk) {
    desk.page(PATH, Role.READER, visit -> show(visit, 200, Faults.NONE));
    desk.form(PATH, Role.WRITER, this::settle);
  }

  private Optional<Group> group(Visit visit) {
    return Source.of(visit.part("list")).stream()
        .flatMap(source -> Likeness.groups(questions.read(source).await()).stream())
        .filter(group -> group.lines().stream().anyMatch(line -> isMeant(visit, line)))
        .findFirst();
  }

  /// By any of its questions: a group is still found when its first one is dealt with.
  private static boolean isMeant(Visit visit, Line line) {
    return String.valueOf(line.key()).equals(visit.part("group"));
  }

  private void show(Visit visit, int status, Faults fault) {
    Optional<Group> group = group(visit);
    if (group.isEmpty()) {
      visit.show(404, "console/questions/gone.jte", Map.of());
      return;
    }
    Library known = library.get();
    List<Entitlement> suggested =
        known.index().search(group.get().question()).results().stream()
            .limit(SUGGESTED)
            .flatMap(hit -> known.base().find(hit.entitlement()).stream())
            .toList();
    visit.show(
        status,
        "console/questions/group.jte",
        Map.of(
            "list", visit.part("list"),
            "group", group.get(),
            "base", known.base(),
            "suggested", suggested,
            "answer", visit.field("answer"),
            "entry", visit.field("entry"),
            "fault", fault));
  }

  /// What was not ticked, or not on the page, stays on the list.
  private void settle(Visit visit) {
    List<Line> ticked =
        group(visit).stream()
            .flatMap(group -> group.lines().stream())
            .filter(line -> !visit.field("q" + line.key()).isEmpty())
            .toList();
    boolean isAnswered = visit.field("act").equals("answer");
    boolean isJudged = isAnswered || visit.field("act").equals("judge");
    String answer = isAnswered ? visit.field("answer").replace("\r\n", "\n") : "";
    Optional<Verdict> verdict = isJudged ? verdict(visit, answer) : Optional.empty();
    if (ticked.isEmpty()) {
      show(visit, 400, Faults.of("nothing_ticked"));
    } else if (isAnswered && (answer.isEmpty() || answer.length() > AnswerDrafts.LONGEST)) {
      show(visit, 400, Faults.of("no_answer"));
    } else if (isJudged && verdict.isEmpty()) {
      show(visit, 400, Faults.of("no_entry"));
    } else {
      Source source = Source.of(visit.part("list")).orElseThrow();
      judgements.settle(visit.officer().id(), source, ticked, verdict.orElse(null)).await();
      visit
          .say(isAnswered ? Said.ANSWER_WRITTEN : Said.QUESTIONS_SETTLED)
          .go(QuestionsPage.PATH + "?list=" + source.word());
    }
  }

  private Optional<Verdict> verdict(Visit visit, String answer) {
    String entry = visit.field("entry");
    String facet = Facet.ofKey(visit.field("facet")).map(Facet::key).orElse("");
    return entry.equals(NONE)
        ? Optional.of(new Verdict("", "", answer))
        : Stream.of(entry)
            .filter(EntitlementId::isValid)
            .flatMap(id -> library.get().base().find(new EntitlementId(id)).stream())
            .map(found -> new Verdict(found.id().value(), facet, answer))
            .findFirst();
  }
}
