package vn.ansinh.console.people;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToIntFunction;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Credentials;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.SignIn;
import vn.ansinh.officer.account.Weakness;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;

/// One's own account: the password, the second factor, and where one is signed in.
public final class AccountPage {
  private static final String PATH = "/console/account";

  private final Credentials credentials;
  private final SignIn signIn;
  private final ToIntFunction<OfficerId> sessions;
  private final SessionTimes times;

  /// @param sessions on how many devices an officer is signed in; may block
  public AccountPage(
      Credentials credentials,
      SignIn signIn,
      ToIntFunction<OfficerId> sessions,
      SessionTimes times) {
    this.credentials = credentials;
    this.signIn = signIn;
    this.sessions = sessions;
    this.times = times;
  }

  public void addTo(Desk desk) {
    desk.page(PATH, Role.READER, visit -> show(visit, 200, Faults.NONE));
    desk.form(PATH + "/password", Role.READER, this::changePassword);
    desk.form(PATH + "/sign-out-everywhere", Role.READER, this::outEverywhere);
  }

  private void changePassword(Visit visit) {
    String password = visit.password("password");
    Optional<Weakness> weakness = Weakness.of(password, visit.officer().login());
    if (weakness.isPresent()) {
      show(visit, 400, Faults.of(weakness.get()));
      return;
    }
    if (!password.equals(visit.password("again"))) {
      show(visit, 400, Faults.of("again"));
      return;
    }
    Session session = Objects.requireNonNull(visit.session());
    Entered entered = credentials.change(session, visit.password("old"), password);
    if (entered instanceof Entered.In in) {
      visit.enter(in, times);
      visit.say(Said.PASSWORD_CHANGED).go(PATH);
    } else {
      show(visit, 400, Faults.of(entered, "old_password"));
    }
  }

  private void outEverywhere(Visit visit) {
    signIn.outEverywhere(Objects.requireNonNull(visit.session()));
    visit.leave();
    visit.say(Said.SIGNED_OUT_EVERYWHERE).go("/console/sign-in");
  }

  private void show(Visit visit, int status, Faults fault) {
    Session session = Objects.requireNonNull(visit.session());
    visit.show(
        status,
        "console/account.jte",
        Map.of(
            "session", session,
            "sessions", sessions.applyAsInt(session.officer().id()),
            "fault", fault));
  }
}
