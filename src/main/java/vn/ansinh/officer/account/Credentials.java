package vn.ansinh.officer.account;

import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Failures;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.Session.Stage;
import vn.ansinh.officer.session.Sessions;
import vn.ansinh.officer.session.Subject;
import vn.ansinh.officer.session.Totp;
import vn.ansinh.vault.Column;
import vn.ansinh.vault.Vault;

/// How an officer gets and changes what they prove themselves with: a password, and codes. Its
/// methods block: not for an event loop.
public final class Credentials {
  private final Pool pool;
  private final Passwords passwords;
  private final Sessions sessions;
  private final Audit audit;
  private final Clock clock;
  private final Entrance entrance;
  private final Failures failures;
  private final Vault vault;
  private final Links links = new Links();
  private final AccountStore accounts = new AccountStore();

  public Credentials(
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

  /// Whom a one-time link is for.
  public sealed interface Invited {
    /// It makes the first administrator.
    record First() implements Invited {}

    record Known(Officer officer) implements Invited {}
  }

  /// Empty when the link was used, is too old, or never was one.
  public Optional<Invited> invited(Secret link) {
    return pool.withTransaction(
            transaction ->
                links
                    .find(transaction, link, clock.instant())
                    .compose(target -> invited(transaction, target)))
        .await();
  }

  /// Sets the password that the holder of a link has chosen, and signs them in. Empty as for
  /// [#invited].
  public Optional<Entered> choose(Secret link, String password, From from) {
    String hash = passwords.hash(password).await();
    return pool.withTransaction(
            transaction ->
                links
                    .use(transaction, link, clock.instant())
                    .compose(target -> invited(transaction, target))
                    .compose(
                        invited ->
                            invited.orElse(null) instanceof Invited.Known(Officer officer)
                                ? chosen(transaction, officer.id(), hash, from).map(Optional::of)
                                : Future.succeededFuture(Optional.<Entered>empty())))
        .await();
  }

  /// Makes the first administrator, and signs them in. Empty when the link is not good for it, or
  /// there is an officer already.
  public Optional<Entered> first(
      Secret link, String login, String name, String password, From from) {
    String hash = passwords.hash(password).await();
    return pool.withTransaction(
            transaction ->
                links
                    .use(transaction, link, clock.instant())
                    .compose(target -> invited(transaction, target))
                    .compose(
                        invited ->
                            invited.orElse(null) instanceof Invited.First
                                ? made(transaction, login, name, hash, from)
                                : Future.succeededFuture(Optional.<Entered>empty())))
        .await();
  }

  private Future<Optional<Entered>> made(
      SqlConnection transaction, String login, String name, String hash, From from) {
    return accounts
        .add(transaction, login, name, Role.ADMINISTRATOR, clock.instant())
        .compose(
            id ->
                id.isEmpty()
                    ? Future.succeededFuture(Optional.<Entered>empty())
                    : chosen(transaction, id.get(), hash, from).map(Optional::of));
  }

  private Future<Optional<Invited>> invited(
      SqlConnection transaction, Optional<Links.Target> target) {
    if (target.isEmpty()) {
      return Future.succeededFuture(Optional.empty());
    }
    OfficerId officer = target.get().officer();
    if (officer == null) {
      return accounts
          .count(transaction)
          .map(count -> count == 0 ? Optional.of(new Invited.First()) : Optional.empty());
    }
    return accounts
        .hold(transaction, officer)
        .map(
            stored ->
                stored
                    .filter(each -> !each.disabled())
                    .map(each -> new Invited.Known(each.officer())));
  }

  private Future<Entered> chosen(SqlConnection transaction, OfficerId id, String hash, From from) {
    return accounts
        .setPassword(transaction, id, hash)
        .compose(_ -> sessions.endAll(transaction, id))
        .compose(_ -> accounts.hold(transaction, id))
        .compose(
            stored -> {
              Officer officer = stored.orElseThrow().officer();
              List<Subject> held =
                  List.of(new Subject.Login(officer.login()), new Subject.Known(id));
              return failures
                  .succeeded(transaction, held)
                  .compose(
                      _ -> entrance.byPassword(transaction, stored.orElseThrow(), from, false));
            })
        .compose(in -> told(transaction, id, "officer.password", "link").map(in));
  }

  /// Ends all other sessions; the one that asked goes on under a new token.
  public Entered change(Session session, String old, String password) {
    OfficerId id = session.officer().id();
    List<Subject> subjects = List.of(new Subject.Known(id));
    Duration left = failures.begin(subjects, clock.instant()).await();
    if (!left.isZero()) {
      return new Entered.Wait(left);
    }
    Optional<AccountStore.Stored> stored =
        accounts.byLogin(pool, session.officer().login()).await();
    if (!passwords.matches(old, stored.map(AccountStore.Stored::usable).orElse(null)).await()) {
      return new Entered.Wrong();
    }
    String hash = passwords.hash(password).await();
    return pool.withTransaction(
            transaction ->
                failures
                    .succeeded(transaction, subjects)
                    .compose(_ -> accounts.setPassword(transaction, id, hash))
                    .compose(_ -> sessions.endAll(transaction, id))
                    .compose(_ -> sessions.open(transaction, id, Stage.FULL, clock.instant()))
                    .compose(
                        token ->
                            told(transaction, id, "officer.password", "change")
                                .<Entered>map(new Entered.In(token, Stage.FULL, null))))
        .await();
  }

  /// The secret to put into the telephone: the same until a code of it is confirmed.
  public byte[] newCodes(Session session) {
    return sessions.newCodes(pool, session.token(), vault).await();
  }

  /// Wrong also when the account has codes already: only a reset takes them away.
  public Entered confirmCodes(Session session, String typed, From from) {
    byte[] secret = newCodes(session);
    OptionalLong step = Totp.step(secret, typed, clock.instant());
    if (step.isEmpty()) {
      return new Entered.Wrong();
    }
    Officer officer = session.officer();
    Buffer sealed = vault.seal(Column.OFFICER_TOTP, officer.id().value(), secret);
    return pool.withTransaction(
            transaction ->
                accounts
                    .setCodes(transaction, officer.id(), sealed, step.getAsLong())
                    .compose(
                        isSet ->
                            isSet
                                ? sessions
                                    .end(transaction, session.token())
                                    .compose(
                                        _ -> entrance.wholly(transaction, officer, from, false))
                                    .compose(
                                        in ->
                                            told(
                                                    transaction,
                                                    officer.id(),
                                                    "officer.codes",
                                                    "telephone")
                                                .map(in))
                                : Future.<Entered>succeededFuture(new Entered.Wrong())))
        .await();
  }

  private Future<Long> told(SqlConnection transaction, OfficerId id, String act, String how) {
    return audit.record(
        transaction,
        new Actor.Member(id),
        act,
        "officer " + id.value(),
        new JsonObject().put("how", how));
  }
}
