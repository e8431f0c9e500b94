package vn.ansinh.console;

import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.http.Access;
import vn.ansinh.http.Assets;
import vn.ansinh.http.Caller;
import vn.ansinh.http.Routes;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;

/// Where each page of the console is added to the one table of routes, with the least role that may
/// open it; and the guard who holds every request to that.
public final class Desk {
  /// A form of who is not signed in yet: a few short fields.
  private static final int MOST_OPEN_BODY = 64 << 10;

  /// More than a message can hold even when every letter of it travels as nine.
  private static final int MOST_BODY = 256 << 10;

  private final Routes routes;
  private final Function<Secret, Optional<Session>> sessions;
  private final Assets assets;

  /// What every page of the console shows around its own.
  ///
  /// @param path of the page, to mark its place in the navigation
  /// @param officer who is signed in wholly; null for nobody
  /// @param form what every form of the page carries back
  /// @param said once; null for nothing
  public record Frame(
      Assets assets, String path, @Nullable Officer officer, String form, @Nullable Said said) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm dd/MM/uuuu");
    private static final DateTimeFormatter SECOND =
        DateTimeFormatter.ofPattern("HH:mm:ss dd/MM/uuuu");

    static Frame of(
        RoutingContext context, Assets assets, @Nullable Session session, @Nullable Said next) {
      Said said =
          next == null ? Said.of(Cookies.SAID.read(context).orElse(null)).orElse(null) : next;
      if (said != null) {
        Cookies.SAID.clear(context);
      }
      Officer shown = session != null && session.isFull() ? session.officer() : null;
      return new Frame(
          assets, context.normalizedPath(), shown, FormToken.of(context, session), said);
    }

    /// Whether whoever looks may open what is for this role.
    public boolean allows(Role needed) {
      return officer != null && officer.role().allows(needed);
    }

    /// Whether the page is in this part of the console.
    public boolean isAt(String part) {
      return path.equals(part) || path.startsWith(part + "/");
    }

    public String minute(Instant moment) {
      return MINUTE.format(moment.atZone(VietnamTime.ZONE));
    }

    public String second(Instant moment) {
      return SECOND.format(moment.atZone(VietnamTime.ZONE));
    }
  }

  /// @param sessions the session of a token; may block
  public Desk(Routes routes, Function<Secret, Optional<Session>> sessions, Assets assets) {
    this.routes = routes;
    this.sessions = sessions;
    this.assets = assets;
  }

  /// A page for officers of this role and those above. The handler runs on a virtual thread.
  public void page(String path, Role least, Consumer<Visit> handler) {
    add(HttpMethod.GET, path, least, 0, handler);
  }

  /// What a form sends, for officers of this role and those above. It is refused unless this
  /// session was shown that form: every form holds a field `form` with the [Frame]'s value.
  public void form(String path, Role least, Consumer<Visit> handler) {
    add(HttpMethod.POST, path, least, MOST_BODY, handler);
  }

  /// A page for who is not signed in, or not wholly.
  public void openPage(String path, Consumer<Visit> handler) {
    add(HttpMethod.GET, path, null, 0, handler);
  }

  /// As [#form], for who is not signed in, or not wholly.
  public void openForm(String path, Consumer<Visit> handler) {
    add(HttpMethod.POST, path, null, MOST_OPEN_BODY, handler);
  }

  /// @param least null for everybody
  private void add(
      HttpMethod method, String path, @Nullable Role least, int body, Consumer<Visit> handler) {
    Access access = least == null ? Access.PUBLIC : new Access.Staff(least.word());
    routes.add(method, path, access, body, context -> guarded(context, least, handler));
  }

  private void guarded(RoutingContext context, @Nullable Role least, Consumer<Visit> handler) {
    boolean isForm = context.request().method().equals(HttpMethod.POST);
    if (isForm && Caller.isAnotherSite(context.request())) {
      context.fail(403);
      return;
    }
    Session session = Cookies.SESSION.secret(context).flatMap(sessions).orElse(null);
    Visit visit = new Visit(context, assets, session);
    if (least != null && (session == null || !session.isFull())) {
      turnAway(context, visit);
    } else if (isForm && !FormToken.isOurs(context, session)) {
      visit.show(403, "console/refused.jte", Map.of("isOld", true));
    } else if (least != null && !visit.officer().role().allows(least)) {
      visit.show(403, "console/refused.jte", Map.of("isOld", false));
    } else {
      handler.accept(visit);
    }
  }

  private static void turnAway(RoutingContext context, Visit visit) {
    Wanted.keep(context);
    if (visit.session() != null) {
      visit.go("/console/second-factor");
      return;
    }
    if (Cookies.SESSION.secret(context).isPresent()) {
      visit.leave();
      visit.say(Said.EXPIRED);
    }
    visit.go("/console/sign-in");
  }
}
