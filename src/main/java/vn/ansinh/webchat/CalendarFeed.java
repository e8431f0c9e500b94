package vn.ansinh.webchat;

import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import io.vertx.sqlclient.Pool;
import io.vertx.sqlclient.SqlConnection;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.ansinh.citizen.CalendarFeeds;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.ics.CalendarFile;
import vn.ansinh.reminder.store.Reminders;
import vn.ansinh.reminder.store.Reminders.Standing;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.vault.Vault;

/// `GET /lich/<secret>.ics`: a citizen's reminders as a calendar that can be subscribed to.
/// Whatever else is asked for is a 404 like any other.
public final class CalendarFeed {
  public static final String PATH = "/lich/";

  private static final Pattern FILE = Pattern.compile("([0-9a-f]{48})\\.ics");

  private final Pool pool;
  private final Supplier<KnowledgeBase> base;
  private final Supplier<Rules> rules;
  private final Clock clock;
  private final CalendarFeeds feeds = new CalendarFeeds();
  private final Reminders reminders;

  public CalendarFeed(
      Pool pool, Supplier<KnowledgeBase> base, Supplier<Rules> rules, Vault vault, Clock clock) {
    this.pool = pool;
    this.base = base;
    this.rules = rules;
    this.clock = clock;
    this.reminders = new Reminders(rules, vault);
  }

  public void addTo(Routes routes) {
    routes.add(HttpMethod.GET, PATH + ":file", Access.PUBLIC, 0, this::send);
  }

  private void send(RoutingContext context) {
    Matcher secret = FILE.matcher(context.pathParam("file"));
    Optional<List<Standing>> standing =
        secret.matches()
            ? pool.withTransaction(transaction -> standing(transaction, secret.group(1))).await()
            : Optional.empty();
    if (standing.isEmpty()) {
      context.fail(404);
      return;
    }
    Map<String, Wish> wishes = new LinkedHashMap<>();
    standing.get().forEach(each -> wishes.put(CalendarFile.key(each.id()), each.wish()));
    CalendarFile file = CalendarFile.of(base.get().phrases(), rules.get(), wishes, clock.instant());
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, CalendarFile.TYPE + "; charset=utf-8")
        .putHeader(HttpHeaders.CACHE_CONTROL, "private, max-age=3600")
        .end(file.text())
        .await();
  }

  private Future<Optional<List<Standing>>> standing(SqlConnection transaction, String secret) {
    return feeds
        .of(transaction, secret)
        .compose(
            citizen ->
                citizen.isEmpty()
                    ? Future.succeededFuture(Optional.empty())
                    : reminders.of(transaction, citizen.get()).map(Optional::of));
  }
}
