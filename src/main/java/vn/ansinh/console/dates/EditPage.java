package vn.ansinh.console.dates;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.dates.form.Checking;
import vn.ansinh.console.dates.form.DecisionForm;
import vn.ansinh.console.dates.form.Differences;
import vn.ansinh.console.dates.form.Form;
import vn.ansinh.console.dates.form.Part;
import vn.ansinh.console.dates.form.PaymentForm;
import vn.ansinh.console.dates.form.SessionsForm;
import vn.ansinh.console.dates.form.Slip;
import vn.ansinh.officer.Role;
import vn.ansinh.yaml.YamlNode.Mapping;
import vn.ansinh.yaml.YamlText;

/// The forms in which days are edited. What is saved waits as a proposal; what is wrong is told
/// beside its field, and everything typed stays.
public final class EditPage {
  static final String EDIT = Tools.PATH + "/edit";

  private final Tools tools;
  private final HolidayChoice decisions;

  EditPage(Tools tools) {
    this.tools = tools;
    this.decisions = new HolidayChoice(tools);
  }

  /// Around the fields of every form.
  ///
  /// @param action where it is sent
  /// @param seen what it was filled from
  /// @param waits whether a proposal waits, which the form goes on editing
  /// @param theirs what somebody else has made of the same meanwhile, against what is typed
  public record Around(
      String action, String seen, boolean waits, Checking checking, List<Differences.Row> theirs) {}

  void addTo(Desk desk) {
    desk.page(HolidayChoice.NEW, Role.WRITER, decisions::choose);
    both(desk, EDIT + "/sessions", _ -> Optional.of(new Part.Sessions()));
    both(desk, EDIT + "/payments/:benefit", this::payment);
    both(desk, EDIT + "/holidays/:decision", decisions::find);
  }

  private interface Finding {
    Optional<? extends Part> part(Visit visit);
  }

  private void both(Desk desk, String path, Finding finding) {
    desk.page(
        path, Role.WRITER, visit -> found(visit, finding).ifPresent(part -> open(visit, part)));
    desk.form(
        path, Role.WRITER, visit -> found(visit, finding).ifPresent(part -> save(visit, part)));
  }

  private static Optional<? extends Part> found(Visit visit, Finding finding) {
    Optional<? extends Part> part = finding.part(visit);
    if (part.isEmpty()) {
      Tools.gone(visit);
    }
    return part;
  }

  private Optional<Part.Payment> payment(Visit visit) {
    Part.Payment part = new Part.Payment(visit.part("benefit"));
    return Optional.of(part)
        .filter(each -> !each.in(tools.latest(each.file())).entries().isEmpty());
  }

  private void open(Visit visit, Part part) {
    Mapping root = tools.latest(part.file());
    show(visit, 200, part, part.form(root), around(part, part.mark(root), nothing(), List.of()));
  }

  private Checking nothing() {
    return new Checking(tools.today(), Set.of());
  }

  private void save(Visit visit, Part part) {
    Mapping root = tools.latest(part.file());
    Form typed = part.form(root, visit);
    if (visit.field("act").equals("more")) {
      show(visit, 200, part, typed, around(part, visit.field("seen"), nothing(), List.of()));
      return;
    }
    Form before = part.form(root);
    Checking checking = new Checking(tools.today(), before.known(tools.today()));
    Mapping node = typed.node(checking);
    if (checking.isGood()) {
      check(checking, part, root, node);
    }
    if (checking.isGood() && write(visit, part, node)) {
      visit.say(Said.DATES_PROPOSED).go(Tools.proposal(part.file()));
      return;
    }
    refuse(visit, part, typed, checking);
  }

  /// What the form alone cannot see.
  private void check(Checking checking, Part part, Mapping root, Mapping node) {
    Mapping whole = part.put(root, node);
    if (part.form(whole).lines().equals(part.form(root).lines())) {
      checking.add("all", Slip.Kind.SAME, "");
    }
    tools
        .texts()
        .with(part.file(), YamlText.of(whole))
        .faults()
        .forEach(
            fault -> checking.add("all", Slip.Kind.CHECK, fault.problem() + " " + fault.cure()));
  }

  /// @return false when somebody else has changed the same since the form was filled
  private boolean write(Visit visit, Part part, Mapping node) {
    String seen = visit.field("seen");
    return tools
        .publishing()
        .propose(
            visit.officer(),
            part.file(),
            latest -> {
              Mapping root = Part.root(latest.orElseGet(() -> tools.texts().file(part.file())));
              return part.mark(root).equals(seen)
                  ? Optional.of(YamlText.of(part.put(root, node)))
                  : Optional.empty();
            });
  }

  private void refuse(Visit visit, Part part, Form typed, Checking checking) {
    Mapping now = tools.latest(part.file());
    String mark = part.mark(now);
    List<Differences.Row> theirs = List.of();
    if (!mark.equals(visit.field("seen"))) {
      checking.add("all", Slip.Kind.EDITED, "");
      theirs = Differences.of(typed.lines(), part.form(now).lines());
    }
    show(visit, 400, part, typed, around(part, mark, checking, theirs));
  }

  private Around around(Part part, String seen, Checking checking, List<Differences.Row> theirs) {
    String path =
        switch (part) {
          case Part.Sessions _ -> "/sessions";
          case Part.Payment(String benefit) -> "/payments/" + benefit;
          case Part.Decision(String holiday, String year) -> "/holidays/" + holiday + "." + year;
        };
    boolean waits = tools.publishing().proposal(part.file()).isPresent();
    return new Around(EDIT + path, seen, waits, checking, theirs);
  }

  private void show(Visit visit, int status, Part part, Form form, Around around) {
    Map<String, Object> values = new HashMap<>(Map.of("around", around, "typed", form));
    String template =
        switch (form) {
          case SessionsForm _ -> "sessions";
          case PaymentForm _ -> "payment";
          case DecisionForm _ -> "decision";
        };
    if (form instanceof PaymentForm) {
      values.put("contacts", tools.base().get().contacts().values());
    }
    visit.show(status, "console/dates/" + template + ".jte", values);
  }
}
