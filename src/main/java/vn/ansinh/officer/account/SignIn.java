package vn.ansinh.officer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.session.Devices;
import vn.ansinh.officer.session.Failures;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.Sessions;
import vn.ansinh.officer.session.Subject;
import vn.ansinh.officer.session.Totp;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// Signing in and out. Its methods block: not for an event loop.
public final class SignIn {
  private final Pool pool;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;
  private final Entrance entrance;
  private final Failures failures;
  private final Vault vault;
  private final Devices devices = new Devices();
  private final AccountStore accounts = new AccountStore();

  public SignIn(
      Pool pool, Passwords passwords, Sessions sessions, Audit audit, Vault vault, Clock clock) {
    this.pool = pool;
    this.passwords = passwords;
    this.sessions = sessions;
    this.audit = audit;
    this.vault = vault;
    this.clock = clock;
    this.entrance = new Entrance(sessions, audit, clock);
    this.failures = new Failures(pool);
  }

  public Optional<Session> session(Secret token) {
    return sessions.find(pool, token, clock.instant()).await();
  }

  /// An unknown login, a disabled account and a wrong password are told alike, after the same work.
  public Entered password(String typedLogin, String password, From from) {
    if (passwords.isBusy()) {
      return new Entered.Busy();
    }
    String login = typedLogin.strip().toLowerCase(Locale.ROOT);
    Subject device = device(login, from);
    List<Subject> subjects =
        device == null
            ? List.of(new Subject.Login(login), new Subject.Network(from.network()))
            : List.of(device);
    Duration left = failures.begin(subjects, clock.instant()).await();
    if (!left.isZero()) {
      return new Entered.Wait(left);
    }
    Optional<AccountStore.Stored> stored = accounts.byLogin(pool, login).await();
    String hash = stored.map(AccountStore.Stored::usable).orElse(null);
    if (!passwords.matches(password, hash).await()) {
      refused("session.refused", stored.map(each -> each.officer().id()), from);
      return new Entered.Wrong();
    }
    return pool.withTransaction(
            transaction ->
                failures
                    .succeeded(transaction, subjects)
                    .compose(
                        _ ->
                            entrance.byPassword(
                                transaction, stored.orElseThrow(), from, device != null)))
        .await();
  }

  /// The second step, for who has a session of the first.
  public Entered code(Session session, String typed, From from) {
    Officer officer = session.officer();
    Subject device = device(officer.login(), from);
    List<Subject> subjects = List.of(device == null ? new Subject.Known(officer.id()) : device);
    Instant now = clock.instant();
    Duration left = failures.begin(subjects, now).await();
    if (!left.isZero()) {
      return new Entered.Wait(left);
    }
    Buffer sealed =
        accounts
            .byLogin(pool, officer.login())
            .await()
            .map(AccountStore.Stored::codes)
            .orElse(null);
    OptionalLong step =
        sealed == null
            ? OptionalLong.empty()
            : Totp.step(vault.open(Column.OFFICER_TOTP, officer.id().value(), sealed), typed, now);
    Entered entered =
        step.isEmpty()
            ? new Entered.Wrong()
            : pool.withTransaction(
                    transaction -> used(transaction, session, step.getAsLong(), subjects, from))
                .await();
    if (entered instanceof Entered.Wrong) {
      refused("session.code-refused", Optional.of(officer.id()), from);
    }
    return entered;
  }

  private Future<Entered> used(
      SqlConnection transaction, Session session, long step, List<Subject> subjects, From from) {
    Officer officer = session.officer();
    boolean known = subjects.getFirst() instanceof Subject.Device;
    return accounts
        .useStep(transaction, officer.id(), step)
        .compose(
            fresh ->
                fresh
                    ? failures
                        .succeeded(transaction, subjects)
                        .compose(_ -> sessions.end(transaction, session.token()))
                        .compose(_ -> entrance.wholly(transaction, officer, from, known))
                    : Future.succeededFuture(new Entered.Wrong()));
  }

  public void out(Session session) {
    end(session, "session.end", transaction -> sessions.end(transaction, session.token()));
  }

  /// On every device; none of them is known any more.
  public void outEverywhere(Session session) {
    OfficerId id = session.officer().id();
    end(
        session,
        "session.end-all",
        transaction ->
            sessions.endAll(transaction, id).compose(_ -> devices.forget(transaction, id)));
  }

  private void end(
      Session session, String act, java.util.function.Function<SqlConnection, Future<Void>> work) {
    OfficerId id = session.officer().id();
    pool.withTransaction(
            transaction ->
                work.apply(transaction)
                    .compose(
                        _ ->
                            audit.record(
                                transaction,
                                new Actor.Member(id),
                                act,
                                "officer " + id.value(),
                                new JsonObject())))
        .await();
  }

  /// Null when the browser is not one on which they have signed in before.
  private @org.jspecify.annotations.Nullable Subject device(String login, From from) {
    Secret device = from.device();
    return device != null && devices.knows(pool, device, login, clock.instant()).await()
        ? new Subject.Device(device)
        : null;
  }

  /// Also for an unknown login, whose name is not written down: it may be a password.
  private void refused(String act, Optional<OfficerId> officer, From from) {
    pool.withTransaction(
            transaction ->
                audit.record(
                    transaction,
                    new Actor.Stranger(),
                    act,
                    officer.map(id -> "officer " + id.value()).orElse(""),
                    new JsonObject().put("address", from.address())))
        .await();
  }
}
