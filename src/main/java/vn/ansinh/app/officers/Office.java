package vn.ansinh.app.officers;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.Optional;
import vn.ansinh.app.config.Config;
import vn.ansinh.console.Desk;
import vn.ansinh.console.StartPage;
import vn.ansinh.console.people.AccountPage;
import vn.ansinh.console.people.AuditPage;
import vn.ansinh.console.people.OfficersPage;
import vn.ansinh.console.sign.CodesPage;
import vn.ansinh.console.sign.LinkPage;
import vn.ansinh.console.sign.SignInPage;
import vn.ansinh.http.Assets;
import vn.ansinh.http.Routes;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Credentials;
import vn.ansinh.officer.account.Passwords;
import vn.ansinh.officer.account.SignIn;
import vn.ansinh.officer.log.AuditPages;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.officer.session.Sessions;
import vn.ansinh.vault.Vault;

/// The officers' side of the running service.
public final class Office implements AutoCloseable {
  private final Pool pool;
  private final Clock clock;
  private final SessionTimes times;
  private final Passwords passwords;
  private final Sessions sessions;
  private final SignIn signIn;
  private final Credentials credentials;
  private final Accounts accounts;

  public Office(Vertx vertx, Pool pool, Config.Console config, Vault vault, Clock clock) {
    this.pool = pool;
    this.clock = clock;
    this.times = config.times();
    this.passwords = new Passwords(vertx);
    this.sessions = new Sessions(times);
    Audit audit = new Audit(clock);
    this.signIn = new SignIn(pool, passwords, sessions, audit, vault, clock);
    this.credentials = new Credentials(pool, passwords, sessions, audit, vault, clock);
    this.accounts = new Accounts(pool, sessions, audit, clock);
  }

  /// Adds the pages, and gives the desk at which others add theirs.
  public Desk addTo(Routes routes, Assets assets) {
    Desk desk = new Desk(routes, signIn::session, assets);
    StartPage.addTo(desk);
    new SignInPage(signIn, times).addTo(desk);
    new CodesPage(credentials, times).addTo(desk);
    new LinkPage(credentials, times).addTo(desk);
    new AccountPage(
            credentials, signIn, id -> sessions.count(pool, id, clock.instant()).await(), times)
        .addTo(desk);
    new OfficersPage(accounts).addTo(desk);
    new AuditPage(new AuditPages(pool), accounts).addTo(desk);
    return desk;
  }

  /// For who works on the command line.
  public SignIn signIn() {
    return signIn;
  }

  /// What to tell who started the service while there is no officer; empty when there is one.
  ///
  /// @param site how a browser calls the service
  public Optional<String> firstLink(String site) {
    return accounts
        .firstLink()
        .await()
        .map(
            link ->
                "Chưa có cán bộ nào. Trong 24 giờ, mở liên kết này để tạo quản trị đầu tiên (dùng một"
                    + " lần, không đưa cho ai khác):\n  "
                    + OfficerWords.link(site, link));
  }

  @Override
  public void close() {
    passwords.close();
  }
}
