package vn.ansinh.app;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Accounts.Result;
import vn.ansinh.officer.account.Credentials;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.From;
import vn.ansinh.officer.account.Passwords;
import vn.ansinh.officer.account.SignIn;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.officer.session.Sessions;
import vn.ansinh.officer.session.Totp;

/// Officers who act on the command line: each with the password [#PASSWORD] and, where their role
/// asks for one, a telephone.
final class CommandOfficers {
  static final String PASSWORD = "đò chiều qua sông Hồng";

  /// Long enough before any command that the code of the setting up is forgotten.
  private static final Duration BEFORE = Duration.ofHours(1);

  private final Map<String, byte[]> telephones = new HashMap<>();

  /// @param at the moment of the first command
  void add(Vertx vertx, TestDatabase database, Instant at, String login, Role role) {
    Pool pool = database.pool();
    Clock clock = Clock.fixed(at.minus(BEFORE), VietnamTime.ZONE);
    Sessions sessions = new Sessions(SessionTimes.DEFAULT);
    Audit audit = new Audit(clock);
    try (Passwords passwords = new Passwords(vertx)) {
      Credentials credentials =
          new Credentials(pool, passwords, sessions, audit, database.vault(), clock);
      SignIn signIn = new SignIn(pool, passwords, sessions, audit, database.vault(), clock);
      Result added =
          new Accounts(pool, sessions, audit, clock)
              .add(new Actor.CommandLine(), login, login, role)
              .await();
      Entered chosen =
          credentials
              .choose(((Result.Linked) added).link(), PASSWORD, From.COMMAND_LINE)
              .orElseThrow();
      if (role.needsSecondFactor()) {
        Session session = signIn.session(((Entered.In) chosen).token()).orElseThrow();
        byte[] telephone = credentials.newCodes(session);
        credentials.confirmCodes(session, Totp.code(telephone, clock.instant()), From.COMMAND_LINE);
        telephones.put(login, telephone);
      }
    }
  }

  /// What their telephone shows; empty without one.
  String code(String login, Instant at) {
    byte[] telephone = telephones.get(login);
    return telephone == null ? "" : Totp.code(telephone, at);
  }

  /// A file for `--credentials` with all that is right at a moment.
  Path right(Path directory, String login, Instant at) throws IOException {
    return Files.writeString(
        directory.resolve("credentials"), PASSWORD + "\n" + code(login, at) + "\n");
  }
}
