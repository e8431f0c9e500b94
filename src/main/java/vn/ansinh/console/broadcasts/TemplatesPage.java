package vn.ansinh.console.broadcasts;

import java.util.List;
import java.util.Map;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.broadcasts.form.Circles;
import vn.ansinh.console.broadcasts.form.Numbers;
import vn.ansinh.console.broadcasts.form.Typed;
import vn.ansinh.console.broadcasts.form.Wrong;
import vn.ansinh.officer.Role;

/// What broadcasts are started from.
final class TemplatesPage {
  private static final String PATH = Tools.PATH + "/templates";

  private final Tools tools;
  private final ComposePage compose;

  TemplatesPage(Tools tools, ComposePage compose) {
    this.tools = tools;
    this.compose = compose;
  }

  void addTo(Desk desk) {
    desk.page(PATH, Role.WRITER, this::list);
    desk.form(PATH, Role.WRITER, this::save);
    desk.form(PATH + "/:template/remove", Role.WRITER, this::remove);
  }

  private void list(Visit visit) {
    visit.show(
        "console/broadcasts/templates.jte",
        Map.of(
            "templates",
            tools.templates().all(),
            "labels",
            Circles.of(tools.base().get()).labels()));
  }

  /// From the form in which broadcasts are written.
  private void save(Visit visit) {
    Typed typed = Typed.of(visit, Circles.of(tools.base().get()), null);
    if (typed.audience().isEmpty()) {
      compose.show(visit, 400, typed, compose.wrong(typed), null);
      return;
    }
    List<Refusal> why = tools.templates().save(visit.officer(), typed.draft());
    if (why.isEmpty()) {
      visit.say(Said.TEMPLATE_SAVED).go(PATH);
    } else {
      compose.show(visit, 400, typed, Wrong.of(why), null);
    }
  }

  private void remove(Visit visit) {
    Numbers.of(visit.part("template"))
        .ifPresent(number -> tools.templates().remove(visit.officer(), number));
    visit.say(Said.TEMPLATE_REMOVED).go(PATH);
  }
}
