package vn.ansinh.console.sign;

import java.util.Map;
import java.util.Objects;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Faults;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.officer.account.Credentials;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.officer.session.Totp;

/// Setting up the second factor, for who needs one and has none, or wants one.
public final class CodesPage {
  private static final String ISSUER = "An Sinh";

  private final Credentials credentials;
  private final SessionTimes times;

  public CodesPage(Credentials credentials, SessionTimes times) {
    this.credentials = credentials;
    this.times = times;
  }

  /// A QR code.
  ///
  /// @param size of each side in units of the path, its quiet zone included
  /// @param path of SVG
  public record Picture(int size, String path) {}

  public void addTo(Desk desk) {
    desk.openPage("/console/codes", this::page);
    desk.openForm("/console/codes", this::confirm);
  }

  private void page(Visit visit) {
    if (isTurnOf(visit)) {
      show(visit, 200, Faults.NONE);
    }
  }

  private void confirm(Visit visit) {
    if (!isTurnOf(visit)) {
      return;
    }
    Session session = Objects.requireNonNull(visit.session());
    Entered entered = credentials.confirmCodes(session, visit.field("code"), visit.from());
    if (entered instanceof Entered.In in) {
      String next = visit.enter(in, times);
      visit.say(Said.CODES_SET).go(next);
    } else {
      show(visit, 400, Faults.of(entered, "code"));
    }
  }

  private void show(Visit visit, int status, Faults fault) {
    Session session = Objects.requireNonNull(visit.session());
    byte[] secret = credentials.newCodes(session);
    visit.show(
        status,
        "console/codes.jte",
        Map.of(
            "picture", QrPicture.of(Totp.uri(secret, ISSUER, session.officer().login())),
            "typed", Totp.typed(secret),
            "login", session.officer().login(),
            "fault", fault));
  }

  private static boolean isTurnOf(Visit visit) {
    Session session = visit.session();
    if (session == null) {
      visit.go("/console/sign-in");
    } else if (session.codes()) {
      visit.go(session.isFull() ? "/console/account" : "/console/second-factor");
    } else {
      return true;
    }
    return false;
  }
}
