package vn.ansinh.webchat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Address;
import vn.ansinh.conversation.Inbound;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.conversation.intake.History;
import vn.ansinh.http.Access;
import vn.ansinh.http.Assets;
import vn.ansinh.http.Caller;
import vn.ansinh.http.Routes;
import vn.ansinh.http.Traffic;

/// The page at `/`: a plain form that works everywhere, made livelier where there is JavaScript.
public final class WebChat {
  private static final int SHOWN_LINES = 200;
  private static final int MOST_BODY = 1 << 20;
  private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{1,64}");

  /// Sent by our script, which needs no new page.
  private static final String SCRIPT_HEADER = "X-Chat-Script";

  private final Conversations conversations;
  private final History history;
  private final WebChannel channel;
  private final Assets assets;
  private final Clock clock;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  public WebChat(
      Conversations conversations,
      History history,
      WebChannel channel,
      Assets assets,
      Clock clock) {
    this.conversations = conversations;
    this.history = history;
    this.channel = channel;
    this.assets = assets;
    this.clock = clock;
  }

  public void addTo(Routes routes) {
    routes.add(HttpMethod.GET, "/", Access.PUBLIC, 0, this::page);
    routes.add(HttpMethod.POST, "/chat", Access.PUBLIC, MOST_BODY, this::receive);
    routes.addAsync(HttpMethod.GET, "/chat/stream", Access.PUBLIC, 0, this::stream);
  }

  private void page(RoutingContext context) {
    Optional<Visitor> visitor = Visitor.of(context);
    List<History.Line> lines =
        visitor.map(each -> history.of(each.address(), SHOWN_LINES).await()).orElse(List.of());
    boolean cookieRefused = visitor.isEmpty() && context.request().getParam("sent") != null;
    Map<String, Object> values =
        Map.of(
            "lines", lines,
            "last", lines.stream().mapToLong(History.Line::id).max().orElse(0),
            "key", Visitor.random(),
            "cookieRefused", cookieRefused,
            "assets", assets);
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(render("webchat/page.jte", values))
        .await();
  }

  private void receive(RoutingContext context) {
    HttpServerRequest request = context.request();
    if (Caller.isAnotherSite(request)) {
      context.fail(403);
      return;
    }
    Inbound.Content content = content(request);
    String key = request.getFormAttribute("key");
    if (content == null || key == null || !KEY.matcher(key).matches()) {
      context.fail(400);
      return;
    }
    Visitor visitor = Visitor.of(context).orElseGet(Visitor::create);
    Address address = visitor.address();
    conversations
        .receive(
            new Inbound(
                address,
                address.value() + ":" + key,
                content,
                null,
                clock.instant(),
                false,
                Traffic.requestId(context)))
        .await();
    visitor.remember(context);
    if (request.getHeader(SCRIPT_HEADER) != null) {
      context.response().setStatusCode(204).end().await();
    } else {
      context
          .response()
          .setStatusCode(303)
          .putHeader(HttpHeaders.LOCATION, "/?sent=1#newest")
          .end()
          .await();
    }
  }

  private static Inbound.@Nullable Content content(HttpServerRequest request) {
    String choice = request.getFormAttribute("choice");
    if (choice != null) {
      return new Inbound.Content.Tapped(choice);
    }
    String text = request.getFormAttribute("text");
    return text == null ? null : new Inbound.Content.Text(text);
  }

  private Future<Void> stream(RoutingContext context) {
    Optional<Visitor> visitor = Visitor.of(context);
    Optional<Long> last = last(context.request());
    if (visitor.isEmpty() || last.isEmpty()) {
      context.fail(400);
      return Future.succeededFuture();
    }
    Address address = visitor.get().address();
    Context loop = Vertx.currentContext();
    LiveStream stream =
        new LiveStream(
            loop,
            context.response(),
            after -> history.repliesAfter(address, after),
            this::fragment,
            last.get());
    if (!channel.add(address, stream)) {
      context.response().putHeader(HttpHeaders.RETRY_AFTER, "5");
      context.fail(503);
      return Future.succeededFuture();
    }
    context.addEndHandler(_ -> channel.remove(address, stream));
    stream.begin();
    return Future.succeededFuture();
  }

  /// What the page shows already: told by the browser when it comes back, else by our script.
  private static Optional<Long> last(HttpServerRequest request) {
    String given =
        Optional.ofNullable(request.getHeader("Last-Event-ID"))
            .or(() -> Optional.ofNullable(request.getParam("after")))
            .orElse("0");
    try {
      return Optional.of(Long.valueOf(given));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }

  private String fragment(History.Line line) {
    return render("webchat/line.jte", Map.of("line", line, "key", Visitor.random()));
  }

  private String render(String template, Map<String, Object> values) {
    StringOutput out = new StringOutput();
    templates.render(template, values, out);
    return out.toString();
  }
}
