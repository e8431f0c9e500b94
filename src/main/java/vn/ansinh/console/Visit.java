package vn.ansinh.console;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.http.Assets;
import vn.ansinh.http.Caller;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.From;
import vn.ansinh.officer.session.Devices;
import vn.ansinh.officer.session.Secret;
import vn.ansinh.officer.session.Session;
import vn.ansinh.officer.session.SessionTimes;
import vn.ansinh.text.Vietnamese;

/// One request for a page of the console, and the ways to answer it.
public final class Visit {
  private static final TemplateEngine TEMPLATES =
      TemplateEngine.createPrecompiled(ContentType.Html);

  private final RoutingContext context;
  private final Assets assets;
  private final @Nullable Session session;
  private @Nullable Said said;

  Visit(RoutingContext context, Assets assets, @Nullable Session session) {
    this.context = context;
    this.assets = assets;
    this.session = session;
  }

  /// Who is signed in, wholly or by password only; null for nobody.
  public @Nullable Session session() {
    return session;
  }

  /// Who is signed in wholly, on pages that nobody else can open.
  public Officer officer() {
    return Objects.requireNonNull(session).officer();
  }

  /// What was typed into a field of the form, composed and without blanks around it.
  public String field(String name) {
    return password(name).strip();
  }

  /// As typed: blanks belong to a password.
  public String password(String name) {
    return Vietnamese.nfc(
        Objects.requireNonNullElse(context.request().getFormAttribute(name), "").replace("\0", ""));
  }

  /// A parameter of the address; empty when it is not there.
  public String parameter(String name) {
    return Objects.requireNonNullElse(context.request().getParam(name), "")
        .replace("\0", "")
        .strip();
  }

  /// A part of the path.
  public String part(String name) {
    return Objects.requireNonNullElse(context.pathParam(name), "");
  }

  public From from() {
    HttpServerRequest request = context.request();
    String address = Caller.address(request);
    return new From(address, Caller.network(address), Cookies.DEVICE.secret(context).orElse(null));
  }

  /// How the browser calls the service, for links to be handed on.
  public String site() {
    return Caller.site(context.request());
  }

  /// What the next page says once.
  public Visit say(Said next) {
    Cookies.SAID.write(context, next.word(), Duration.ofMinutes(1));
    said = next;
    return this;
  }

  /// The browser holds the new session from here on, whatever it held before.
  ///
  /// @return where to go next: to what is still to be proved, else to the page that was asked for
  ///     before
  public String enter(Entered.In in, SessionTimes times) {
    Cookies.SESSION.write(context, in.token().text(), times.longest());
    Secret device = in.device();
    if (device != null) {
      Cookies.DEVICE.write(context, device.text(), Devices.KEPT);
    }
    return in.stage() == Session.Stage.FULL ? Wanted.take(context) : "/console/second-factor";
  }

  /// The browser forgets the session.
  public void leave() {
    Cookies.SESSION.clear(context);
  }

  /// After a form: the browser asks for another page.
  public void go(String path) {
    context.response().setStatusCode(303).putHeader(HttpHeaders.LOCATION, path).end().await();
  }

  public void show(String template, Map<String, Object> values) {
    show(200, template, values);
  }

  /// @param template gets the [Desk.Frame] as `frame` besides its values
  public void show(int status, String template, Map<String, Object> values) {
    Map<String, Object> all = new HashMap<>(values);
    all.put("frame", Desk.Frame.of(context, assets, session, said));
    StringOutput out = new StringOutput();
    TEMPLATES.render(template, all, out);
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(out.toString())
        .await();
  }

  /// A file to be kept, written piece by piece.
  ///
  /// @param type with its charset
  /// @param name ASCII, with its ending
  public void file(String type, String name, Stream<String> pieces) {
    HttpServerResponse response = context.response();
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, type)
        .putHeader("Content-Disposition", "attachment; filename=\"" + name + "\"");
    pieces.forEach(piece -> response.write(piece).await());
    response.end().await();
  }
}
