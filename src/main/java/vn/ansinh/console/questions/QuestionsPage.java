package vn.ansinh.console.questions;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.Role;

/// The lists at `/console/questions`: without an answer, not helped, judged.
public final class QuestionsPage {
  static final String PATH = "/console/questions";

  private static final String JUDGED = "judged";
  private static final int SIZE = 20;
  private static final int MOST_EXPORTED = 100_000;
  private static final Pattern PAGE = Pattern.compile("[1-9]\\d{0,5}");

  private final OpenQuestions questions;
  private final Judgements judgements;
  private final Supplier<KnowledgeBase> base;

  QuestionsPage(OpenQuestions questions, Judgements judgements, Supplier<KnowledgeBase> base) {
    this.questions = questions;
    this.judgements = judgements;
    this.base = base;
  }

  /// One page of a list.
  ///
  /// @param list `unanswered`, `unhelped` or `judged`
  /// @param number from 1
  /// @param all groups, or judged questions, on all pages
  /// @param times how often the questions of all groups were asked
  /// @param isCut whether there are more questions than were looked at
  public record Shown(
      String list, boolean isNewestFirst, int number, long all, long times, boolean isCut) {
    public int pages() {
      return (int) Math.max(1, (all + SIZE - 1) / SIZE);
    }

    /// The address of another page of the same list.
    public String to(int other) {
      return PATH + "?list=" + list + (isNewestFirst ? "&order=new" : "") + "&page=" + other;
    }
  }

  void addTo(Desk desk) {
    desk.page(PATH, Role.READER, this::list);
    desk.page(PATH + "/export/:file", Role.WRITER, this::export);
  }

  private void list(Visit visit) {
    String list = visit.parameter("list");
    String page = visit.parameter("page");
    int number = PAGE.matcher(page).matches() ? Integer.parseInt(page) : 1;
    if (list.equals(JUDGED)) {
      judged(visit, number);
    } else {
      open(visit, Source.of(list).orElse(Source.UNANSWERED), number);
    }
  }

  private void open(Visit visit, Source source, int number) {
    boolean isNewestFirst = visit.parameter("order").equals("new");
    List<Line> lines = questions.read(source).await();
    List<Group> groups =
        Likeness.groups(lines).stream()
            .sorted(isNewestFirst ? Group.NEWEST_FIRST : Group.LARGEST_FIRST)
            .toList();
    Shown shown =
        new Shown(
            source.word(),
            isNewestFirst,
            number,
            groups.size(),
            lines.stream().mapToLong(Line::times).sum(),
            lines.size() == OpenQuestions.MOST);
    visit.show(
        "console/questions/list.jte", Map.of("shown", shown, "groups", page(groups, number)));
  }

  private static List<Group> page(List<Group> groups, int number) {
    return groups.stream().skip((number - 1L) * SIZE).limit(SIZE).toList();
  }

  private void judged(Visit visit, int number) {
    Shown shown = new Shown(JUDGED, false, number, judgements.count().await(), 0, false);
    visit.show(
        "console/questions/judged.jte",
        Map.of(
            "shown",
            shown,
            "judged",
            judgements.read((number - 1) * SIZE, SIZE).await(),
            "base",
            base.get()));
  }

  private void export(Visit visit) {
    if (!visit.part("file").equals("golden.tsv")) {
      visit.show(404, "console/gone.jte", Map.of());
      return;
    }
    List<Judged> judged = judgements.read(0, MOST_EXPORTED).await();
    visit.file("text/tab-separated-values; charset=utf-8", "golden.tsv", GoldenLines.of(judged));
  }
}
