package vn.ansinh.console.dates;

import java.util.Map;
import java.util.Optional;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.form.Differences;
import vn.ansinh.console.dates.form.Part;
import vn.ansinh.edition.DatesFile;
import vn.ansinh.edition.Edition;
import vn.ansinh.officer.Role;

/// The editions of a calendar, each of which can be proposed again, and so can what the file of the
/// knowledge base holds.
final class EditionsPage {
  private static final int MOST = 50;

  /// In the place of a version: the file.
  private static final String FILE = "file";

  private final Tools tools;

  EditionsPage(Tools tools) {
    this.tools = tools;
  }

  void addTo(Desk desk) {
    desk.page(Tools.PATH + "/:calendar/editions", Role.READER, this::page);
    desk.form(Tools.PATH + "/:calendar/editions", Role.WRITER, this::again);
  }

  private void page(Visit visit) {
    Tools.calendar(visit)
        .ifPresent(
            file ->
                visit.show(
                    "console/dates/editions.jte",
                    Map.of(
                        "file",
                        file,
                        "editions",
                        tools.publishing().editions(file, MOST),
                        "waits",
                        tools.publishing().proposal(file).isPresent(),
                        "fileDiffers",
                        differs(file))));
  }

  /// Whether the file says something else than what is published in its place.
  private boolean differs(DatesFile file) {
    return !Differences.of(
            file, Part.root(tools.texts().inUse(file)), Part.root(tools.texts().file(file)))
        .isEmpty();
  }

  private void again(Visit visit) {
    Tools.calendar(visit)
        .ifPresent(
            file ->
                body(file, visit.field("version"))
                    .ifPresentOrElse(body -> propose(visit, file, body), () -> Tools.gone(visit)));
  }

  /// What waits is not thrown away: it is published or given up first.
  private void propose(Visit visit, DatesFile file, String body) {
    if (tools.publishing().proposal(file).isEmpty()) {
      tools.publishing().propose(visit.officer(), file, _ -> Optional.of(body));
      visit.say(Said.DATES_PROPOSED);
    }
    visit.go(Tools.proposal(file));
  }

  private Optional<String> body(DatesFile file, String version) {
    if (version.equals(FILE)) {
      return Optional.of(tools.texts().file(file));
    }
    return version.matches("\\d{1,9}")
        ? tools.publishing().edition(file, Integer.parseInt(version)).map(Edition::body)
        : Optional.empty();
  }
}
