package vn.ansinh.console.sign;

import java.util.Map;
import java.util.Objects;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.SignIn;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;

/// Signing in, first with a password and then with a code, and signing out.
public final class SignInPage {
  /// More than any login or password that is taken.
  private static final int MOST = 1_000;

  private final SignIn signIn;
  private final SessionTimes times;

  public SignInPage(SignIn signIn, SessionTimes times) {
    this.signIn = signIn;
    this.times = times;
  }

  public void addTo(Desk desk) {
    desk.openPage("/console/sign-in", this::page);
    desk.openForm("/console/sign-in", this::password);
    desk.openPage("/console/second-factor", this::codePage);
    desk.openForm("/console/second-factor", this::code);
    desk.form("/console/sign-out", Role.READER, this::out);
  }

  private void page(Visit visit) {
    Session session = visit.session();
    if (session != null && session.isFull()) {
      visit.go("/console");
    } else {
      show(visit, 200, "", Faults.NONE);
    }
  }

  private void password(Visit visit) {
    String login = visit.field("login");
    String password = visit.password("password");
    if (login.length() > MOST || password.length() > MOST) {
      show(visit, 400, "", Faults.of("sign_in"));
      return;
    }
    Entered entered = signIn.password(login, password, visit.from());
    if (entered instanceof Entered.In in) {
      visit.go(visit.enter(in, times));
    } else {
      show(visit, status(entered), login, Faults.of(entered, "sign_in"));
    }
  }

  private static void show(Visit visit, int status, String login, Faults fault) {
    visit.show(status, "console/signIn.jte", Map.of("login", login, "fault", fault));
  }

  private void codePage(Visit visit) {
    if (isTurnOf(visit)) {
      visit.show("console/secondFactor.jte", Map.of("fault", Faults.NONE));
    }
  }

  private void code(Visit visit) {
    if (!isTurnOf(visit)) {
      return;
    }
    Session session = Objects.requireNonNull(visit.session());
    Entered entered = signIn.code(session, visit.field("code"), visit.from());
    if (entered instanceof Entered.In in) {
      visit.go(visit.enter(in, times));
    } else {
      visit.show(
          status(entered), "console/secondFactor.jte", Map.of("fault", Faults.of(entered, "code")));
    }
  }

  /// Sends everybody else to where they belong.
  private static boolean isTurnOf(Visit visit) {
    Session session = visit.session();
    if (session == null) {
      visit.go("/console/sign-in");
    } else if (session.isFull()) {
      visit.go("/console");
    } else if (!session.codes()) {
      visit.go("/console/codes");
    } else {
      return true;
    }
    return false;
  }

  private void out(Visit visit) {
    signIn.out(Objects.requireNonNull(visit.session()));
    visit.leave();
    visit.say(Said.SIGNED_OUT).go("/console/sign-in");
  }

  private static int status(Entered entered) {
    return switch (entered) {
      case Entered.Wait _ -> 429;
      case Entered.Busy _ -> 503;
      case Entered.Wrong _, Entered.In _ -> 400;
    };
  }
}
