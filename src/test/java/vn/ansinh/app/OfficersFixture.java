package vn.ansinh.app;

import java.time.Clock;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Accounts.Result;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.officer.session.Sessions;

/// Officers and sessions straight from the tables, for tests of what comes after signing in.
final class OfficersFixture {
  private final RunningService service;
  private final Clock clock;
  private final Sessions sessions = new Sessions(SessionTimes.DEFAULT);
  private final Accounts accounts;

  OfficersFixture(RunningService service, Clock clock) {
    this.service = service;
    this.clock = clock;
    this.accounts = new Accounts(service.database.pool(), sessions, new Audit(clock), clock);
  }

  /// @return with the link by which a password is chosen
  Result.Linked add(String login, String name, Role role) {
    return (Result.Linked) accounts.add(new Actor.CommandLine(), login, name, role).await();
  }

  Secret session(Officer officer, Stage stage) {
    return service
        .database
        .pool()
        .withTransaction(
            transaction -> sessions.open(transaction, officer.id(), stage, clock.instant()))
        .await();
  }
}
