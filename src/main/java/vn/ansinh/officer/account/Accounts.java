package vn.ansinh.officer.account;

import io.vertx.core.Future;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Devices;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Sessions;

/// What administrators do with accounts, each act with its row in the audit log.
public final class Accounts {
  private static final int MOST_NAME = 80;
  private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

  private final Pool pool;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;
  private final Links links = new Links();
  private final Devices devices = new Devices();
  private final AccountStore accounts = new AccountStore();

  public Accounts(Pool pool, Sessions sessions, Audit audit, Clock clock) {
    this.pool = pool;
    this.sessions = sessions;
    this.audit = audit;
    this.clock = clock;
  }

  /// What became of an act.
  public sealed interface Result {
    /// @param link by which the officer chooses a password, for them alone, once
    record Linked(Officer officer, Secret link) implements Result {}

    record Done(Officer officer) implements Result {}

    record Refused(Reason reason) implements Result {}
  }

  public enum Reason {
    BAD_LOGIN,
    BAD_NAME,
    TAKEN,
    UNKNOWN,
    /// Nobody does it to their own account: the last administrator could shut themself out.
    OWN
  }

  public Future<List<Account>> all() {
    return accounts.all(pool);
  }

  /// @param login in lower case
  public Future<Result> add(Actor actor, String login, String name, Role role) {
    Optional<Reason> fault = fault(login, name);
    if (fault.isPresent()) {
      return Future.succeededFuture(new Result.Refused(fault.get()));
    }
    return pool.withTransaction(
        transaction ->
            accounts
                .add(transaction, login, name, role, clock.instant())
                .compose(
                    id ->
                        id.isEmpty()
                            ? Future.succeededFuture(new Result.Refused(Reason.TAKEN))
                            : linked(
                                transaction,
                                actor,
                                "officer.add",
                                new Officer(id.get(), login, name, role))));
  }

  /// Empty for a login and a name that may be used.
  public static Optional<Reason> fault(String login, String name) {
    if (!Officer.LOGIN.matcher(login).matches()) {
      return Optional.of(Reason.BAD_LOGIN);
    }
    boolean good = !name.isBlank() && name.length() <= MOST_NAME && !CONTROL.matcher(name).find();
    return good ? Optional.empty() : Optional.of(Reason.BAD_NAME);
  }

  /// Ends the officer's sessions: what they have proved may be too little for the new role.
  public Future<Result> setRole(Actor actor, String login, Role role) {
    return change(
        actor,
        login,
        (transaction, officer) ->
            accounts
                .setRole(transaction, officer.id(), role)
                .compose(_ -> sessions.endAll(transaction, officer.id()))
                .compose(
                    _ ->
                        told(
                            transaction,
                            actor,
                            "officer.role",
                            officer,
                            new JsonObject()
                                .put("from", officer.role().word())
                                .put("to", role.word())))
                .map(
                    new Result.Done(
                        new Officer(officer.id(), officer.login(), officer.name(), role))));
  }

  public Future<Result> disable(Actor actor, String login) {
    return change(
        actor,
        login,
        (transaction, officer) ->
            accounts
                .disable(transaction, officer.id(), clock.instant())
                .compose(_ -> shutOut(transaction, officer.id()))
                .compose(_ -> links.close(transaction, officer.id()))
                .compose(
                    _ -> told(transaction, actor, "officer.disable", officer, new JsonObject()))
                .map(new Result.Done(officer)));
  }

  /// Takes away password and codes and gives a link to choose new ones; opens a disabled account
  /// again.
  public Future<Result> reset(Actor actor, String login) {
    return change(
        actor,
        login,
        (transaction, officer) ->
            accounts
                .reset(transaction, officer.id())
                .compose(_ -> shutOut(transaction, officer.id()))
                .compose(_ -> linked(transaction, actor, "officer.reset", officer)));
  }

  /// A link that makes the first administrator; empty when there is an officer already.
  public Future<Optional<Secret>> firstLink() {
    return pool.withTransaction(
        transaction ->
            accounts
                .count(transaction)
                .compose(
                    count ->
                        count > 0
                            ? Future.succeededFuture(Optional.<Secret>empty())
                            : links.open(transaction, null, clock.instant()).map(Optional::of)));
  }

  private Future<Result> change(
      Actor actor, String login, BiFunction<SqlConnection, Officer, Future<Result>> work) {
    return pool.withTransaction(
        transaction ->
            accounts
                .byLogin(transaction, login)
                .compose(
                    found ->
                        found.isEmpty()
                            ? Future.succeededFuture(Optional.<AccountStore.Stored>empty())
                            : accounts.hold(transaction, found.get().officer().id()))
                .compose(
                    held -> {
                      if (held.isEmpty()) {
                        return Future.succeededFuture(new Result.Refused(Reason.UNKNOWN));
                      }
                      Officer officer = held.get().officer();
                      return actor.equals(new Actor.Member(officer.id()))
                          ? Future.succeededFuture(new Result.Refused(Reason.OWN))
                          : work.apply(transaction, officer);
                    }));
  }

  private Future<Void> shutOut(SqlConnection transaction, OfficerId id) {
    return sessions.endAll(transaction, id).compose(_ -> devices.forget(transaction, id));
  }

  private Future<Result> linked(
      SqlConnection transaction, Actor actor, String act, Officer officer) {
    JsonObject details = new JsonObject().put("role", officer.role().word());
    return links
        .open(transaction, officer.id(), clock.instant())
        .compose(link -> told(transaction, actor, act, officer, details).map(link))
        .map(link -> new Result.Linked(officer, link));
  }

  private Future<Long> told(
      SqlConnection transaction, Actor actor, String act, Officer officer, JsonObject details) {
    return audit.record(transaction, actor, act, "officer " + officer.id().value(), details);
  }
}
