package vn.ansinh.console.sign;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Credentials;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.Weakness;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;

/// Where a one-time link leads: a password is chosen, and on the very first one an administrator is
/// made.
public final class LinkPage {
  private final Credentials credentials;
  private final SessionTimes times;

  public LinkPage(Credentials credentials, SessionTimes times) {
    this.credentials = credentials;
    this.times = times;
  }

  public void addTo(Desk desk) {
    desk.openPage("/console/link/:link", this::page);
    desk.openForm("/console/link/:link", this::choose);
  }

  /// What was typed, to be shown again when it was not taken; never a password.
  public record Typed(String login, String name) {
    static final Typed NOTHING = new Typed("", "");
  }

  private void page(Visit visit) {
    Optional<Credentials.Invited> invited =
        Secret.of(visit.part("link")).flatMap(credentials::invited);
    if (invited.isEmpty()) {
      visit.say(Said.LINK_USED).go("/console/sign-in");
    } else {
      show(visit, 200, invited.get(), Typed.NOTHING, Faults.NONE);
    }
  }

  private void choose(Visit visit) {
    Optional<Secret> link = Secret.of(visit.part("link"));
    Optional<Credentials.Invited> invited = link.flatMap(credentials::invited);
    if (invited.isEmpty()) {
      visit.say(Said.LINK_USED).go("/console/sign-in");
      return;
    }
    Typed typed = new Typed(visit.field("login").toLowerCase(Locale.ROOT), visit.field("name"));
    Faults fault = fault(visit, invited.get(), typed);
    if (!fault.isNone()) {
      show(visit, 400, invited.get(), typed, fault);
      return;
    }
    String password = visit.password("password");
    Optional<Entered> entered =
        switch (invited.get()) {
          case Credentials.Invited.First _ ->
              credentials.first(
                  link.orElseThrow(), typed.login, typed.name, password, visit.from());
          case Credentials.Invited.Known _ ->
              credentials.choose(link.orElseThrow(), password, visit.from());
        };
    if (entered.orElse(null) instanceof Entered.In in) {
      visit.enter(in, times);
      visit.go(in.stage() == Session.Stage.FULL ? "/console" : "/console/codes");
    } else {
      visit.say(Said.LINK_USED).go("/console/sign-in");
    }
  }

  private static Faults fault(Visit visit, Credentials.Invited invited, Typed typed) {
    String login = typed.login;
    switch (invited) {
      case Credentials.Invited.First _ -> {
        Optional<Accounts.Reason> reason = Accounts.fault(typed.login, typed.name);
        if (reason.isPresent()) {
          return Faults.of(reason.get());
        }
      }
      case Credentials.Invited.Known(var officer) -> login = officer.login();
    }
    String password = visit.password("password");
    Optional<Weakness> weakness = Weakness.of(password, login);
    if (weakness.isPresent()) {
      return Faults.of(weakness.get());
    }
    return password.equals(visit.password("again")) ? Faults.NONE : Faults.of("again");
  }

  private static void show(
      Visit visit, int status, Credentials.Invited invited, Typed typed, Faults fault) {
    switch (invited) {
      case Credentials.Invited.First _ ->
          visit.show(status, "console/first.jte", Map.of("typed", typed, "fault", fault));
      case Credentials.Invited.Known(var officer) ->
          visit.show(status, "console/link.jte", Map.of("officer", officer, "fault", fault));
    }
  }
}
