package vn.ansinh.officer.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.session.Devices;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.officer.session.Sessions;

/// The one place where a session begins.
final class Entrance {
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;
  private final Devices devices = new Devices();
  private final AccountStore accounts = new AccountStore();

  Entrance(Sessions sessions, Audit audit, Clock clock) {
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// By password: wholly when the account needs no more.
  Future<Entered> byPassword(
      SqlConnection transaction, AccountStore.Stored stored, From from, boolean known) {
    Officer officer = stored.officer();
    return stored.needsCode()
        ? sessions
            .open(transaction, officer.id(), Stage.PASSWORD, clock.instant())
            .map(token -> new Entered.In(token, Stage.PASSWORD, null))
        : wholly(transaction, officer, from, known);
  }

  /// With everything that is needed.
  Future<Entered> wholly(SqlConnection transaction, Officer officer, From from, boolean known) {
    Instant now = clock.instant();
    return sessions
        .open(transaction, officer.id(), Stage.FULL, now)
        .compose(
            token ->
                device(transaction, officer, known || from.equals(From.COMMAND_LINE), now)
                    .<Entered>map(device -> new Entered.In(token, Stage.FULL, device)))
        .compose(in -> accounts.signedIn(transaction, officer.id(), now).map(in))
        .compose(
            in ->
                audit
                    .record(
                        transaction,
                        new Actor.Member(officer.id()),
                        "session.begin",
                        "officer " + officer.id().value(),
                        new JsonObject().put("address", from.address()))
                    .map(in));
  }

  private Future<@Nullable Secret> device(
      SqlConnection transaction, Officer officer, boolean known, Instant now) {
    return known
        ? Future.succeededFuture(null)
        : devices.remember(transaction, officer.id(), now).map(each -> each);
  }
}
