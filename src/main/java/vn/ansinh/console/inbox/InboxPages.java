package vn.ansinh.console.inbox;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.inbox.Case;
import vn.ansinh.inbox.store.CasePages;
import vn.ansinh.inbox.store.CaseWork;
import vn.ansinh.inbox.store.CaseWork.Outcome;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;

/// The inbox at `/console/inbox`, and each of its cases.
public final class InboxPages {
  private static final String PATH = "/console/inbox";
  private static final String ONE = PATH + "/:id";
  private static final int MOST = 200;
  private static final Pattern NUMBER = Pattern.compile("\\d{1,18}");

  private final CasePages cases;
  private final CaseWork work;

  public InboxPages(CasePages cases, CaseWork work) {
    this.cases = cases;
    this.work = work;
  }

  /// @param list `open`, `mine` or `closed`
  /// @param isCut whether there are more than are shown
  public record Shown(String list, List<Case> cases, boolean isCut) {
    public long late() {
      return cases.stream().filter(Case::late).count();
    }
  }

  private interface Deed {
    Outcome apply(OfficerId officer, long number, int version);
  }

  public void addTo(Desk desk) {
    desk.page(PATH, Role.READER, this::list);
    desk.page(ONE, Role.READER, visit -> show(visit, 200, Faults.NONE, ""));
    deed(desk, "claim", Said.CASE_CLAIMED, work::claim);
    deed(desk, "release", Said.CASE_RELEASED, work::release);
    deed(desk, "close", Said.CASE_CLOSED, work::close);
    desk.form(ONE + "/answer", Role.WRITER, this::answer);
  }

  private void list(Visit visit) {
    String list = visit.parameter("list");
    List<Case> found =
        switch (list) {
          case "closed" -> cases.closed(MOST).await();
          case "mine" ->
              cases.open(MOST).await().stream()
                  .filter(each -> each.isHeldBy(visit.officer().id()))
                  .toList();
          default -> cases.open(MOST).await();
        };
    String shown = List.of("closed", "mine").contains(list) ? list : "open";
    visit.show(
        "console/inbox/list.jte", Map.of("shown", new Shown(shown, found, found.size() == MOST)));
  }

  private void deed(Desk desk, String name, Said said, Deed deed) {
    desk.form(
        ONE + "/" + name,
        Role.WRITER,
        visit ->
            finish(
                visit, deed.apply(visit.officer().id(), number(visit), version(visit)), said, ""));
  }

  /// To look at it first, or to send it.
  private void answer(Visit visit) {
    String words = visit.field("words").replace("\r\n", "\n");
    if (visit.field("act").equals("preview")) {
      boolean isFit = !words.isBlank() && words.length() <= CaseWork.LONGEST;
      show(visit, isFit ? 200 : 400, isFit ? Faults.NONE : Faults.of("inbox_bad_text"), words);
      return;
    }
    Outcome outcome = work.answer(visit.officer().id(), number(visit), version(visit), words);
    finish(visit, outcome, Said.CASE_ANSWERED, words);
  }

  private void finish(Visit visit, Outcome outcome, Said said, String words) {
    if (outcome == Outcome.DONE) {
      visit.say(said).go(said == Said.CASE_CLOSED ? PATH : PATH + "/" + number(visit));
    } else {
      boolean isBad = outcome == Outcome.BAD_TEXT;
      Faults fault = Faults.of("inbox_" + outcome.name().toLowerCase(Locale.ROOT));
      show(visit, isBad ? 400 : 409, fault, words);
    }
  }

  /// 0 for what is no number: there is no such case.
  private static long number(Visit visit) {
    String part = visit.part("id");
    return NUMBER.matcher(part).matches() ? Long.parseLong(part) : 0;
  }

  /// 0 for what is none: then nothing is done.
  private static int version(Visit visit) {
    String field = visit.field("version");
    return field.matches("\\d{1,9}") ? Integer.parseInt(field) : 0;
  }

  /// @param words that were written and not sent
  private void show(Visit visit, int status, Faults fault, String words) {
    Optional<Case> found = cases.find(number(visit)).await();
    if (found.isEmpty()) {
      visit.show(404, "console/inbox/gone.jte", Map.of());
      return;
    }
    boolean isShown = !words.isBlank() && words.length() <= CaseWork.LONGEST;
    Map<String, Object> values = new HashMap<>();
    values.put("it", found.get());
    values.put("thread", cases.thread(found.get().number()).await());
    values.put("words", words);
    values.put("preview", isShown ? work.preview(words) : null);
    values.put("fault", fault);
    visit.show(status, "console/inbox/one.jte", values);
  }
}
