package vn.ansinh.console.people;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Account;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Accounts.Result;

/// Everybody's accounts, for administrators.
public final class OfficersPage {
  private static final String PATH = "/console/officers";

  private final Accounts accounts;

  public OfficersPage(Accounts accounts) {
    this.accounts = accounts;
  }

  public void addTo(Desk desk) {
    desk.page(PATH, Role.ADMINISTRATOR, visit -> list(visit, 200, Typed.NOTHING, Faults.NONE));
    desk.form(PATH, Role.ADMINISTRATOR, this::add);
    desk.page(PATH + "/:login", Role.ADMINISTRATOR, visit -> one(visit, 200, Faults.NONE));
    desk.form(PATH + "/:login/role", Role.ADMINISTRATOR, this::setRole);
    desk.form(PATH + "/:login/disable", Role.ADMINISTRATOR, this::disable);
    desk.form(PATH + "/:login/reset", Role.ADMINISTRATOR, this::reset);
  }

  /// What was typed, to be shown again when it was not taken.
  public record Typed(String login, String name, Role role) {
    static final Typed NOTHING = new Typed("", "", Role.WRITER);
  }

  private void add(Visit visit) {
    Optional<Role> role = Role.of(visit.field("role"));
    Typed typed =
        new Typed(
            visit.field("login").toLowerCase(Locale.ROOT),
            visit.field("name"),
            role.orElse(Role.WRITER));
    if (role.isEmpty()) {
      list(visit, 400, typed, Faults.of("role"));
      return;
    }
    switch (accounts.add(actor(visit), typed.login, typed.name, typed.role).await()) {
      case Result.Refused(Accounts.Reason reason) -> list(visit, 400, typed, Faults.of(reason));
      case Result.Linked linked -> link(visit, linked);
      case Result.Done _ -> visit.go(PATH);
    }
  }

  private void setRole(Visit visit) {
    Optional<Role> role = Role.of(visit.field("role"));
    if (role.isEmpty()) {
      one(visit, 400, Faults.of("role"));
      return;
    }
    String login = visit.part("login");
    answer(visit, accounts.setRole(actor(visit), login, role.get()).await(), Said.ROLE_CHANGED);
  }

  private void disable(Visit visit) {
    answer(
        visit, accounts.disable(actor(visit), visit.part("login")).await(), Said.OFFICER_DISABLED);
  }

  private void reset(Visit visit) {
    answer(visit, accounts.reset(actor(visit), visit.part("login")).await(), Said.ROLE_CHANGED);
  }

  private void answer(Visit visit, Result result, Said said) {
    switch (result) {
      case Result.Refused(Accounts.Reason reason) -> one(visit, 400, Faults.of(reason));
      case Result.Linked linked -> link(visit, linked);
      case Result.Done(var officer) -> visit.say(said).go(PATH + "/" + officer.login());
    }
  }

  /// On a page of its own, once: nothing can show it again.
  private static void link(Visit visit, Result.Linked linked) {
    visit.show(
        "console/officerLink.jte",
        Map.of(
            "officer",
            linked.officer(),
            "link",
            visit.site() + "/console/link/" + linked.link().text()));
  }

  private void list(Visit visit, int status, Typed typed, Faults fault) {
    List<Account> all = accounts.all().await();
    visit.show(
        status, "console/officers.jte", Map.of("accounts", all, "typed", typed, "fault", fault));
  }

  private void one(Visit visit, int status, Faults fault) {
    Optional<Account> found =
        accounts.all().await().stream()
            .filter(each -> each.officer().login().equals(visit.part("login")))
            .findFirst();
    if (found.isEmpty()) {
      list(visit, 404, Typed.NOTHING, Faults.of(Accounts.Reason.UNKNOWN));
      return;
    }
    boolean isOwn = found.get().officer().id().equals(visit.officer().id());
    visit.show(
        status,
        "console/officer.jte",
        Map.of("account", found.get(), "isOwn", isOwn, "fault", fault));
  }

  private static Actor actor(Visit visit) {
    return new Actor.Member(visit.officer().id());
  }
}
