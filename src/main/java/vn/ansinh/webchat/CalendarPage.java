package vn.ansinh.webchat;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Field;
import vn.ansinh.conversation.forms.Filled;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.conversation.forms.Reading;
import vn.ansinh.conversation.forms.Refusal;
import vn.ansinh.conversation.forms.Topic;
import vn.ansinh.conversation.forms.Words;
import vn.ansinh.http.Access;
import vn.ansinh.http.Assets;
import vn.ansinh.http.Routes;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.ics.CalendarFile;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.Child;

/// The page at `/lich`: where nobody can be written to first, a calendar file is made of a name and
/// a date. Nothing is stored, and what was sent stands in no address.
public final class CalendarPage {
  private static final int MOST_BODY = 8 << 10;

  private final Supplier<KnowledgeBase> base;
  private final Supplier<Rules> rules;
  private final Assets assets;
  private final Clock clock;
  private final TemplateEngine templates = TemplateEngine.createPrecompiled(ContentType.Html);

  public CalendarPage(
      Supplier<KnowledgeBase> base, Supplier<Rules> rules, Assets assets, Clock clock) {
    this.base = base;
    this.rules = rules;
    this.assets = assets;
    this.clock = clock;
  }

  public void addTo(Routes routes) {
    routes.add(
        HttpMethod.GET, "/lich", Access.PUBLIC, 0, context -> page(context, 200, Sent.NOTHING, ""));
    routes.add(HttpMethod.POST, "/lich", Access.PUBLIC, MOST_BODY, this::make);
  }

  /// What a form brought.
  ///
  /// @param kind a topic's key
  public record Sent(String kind, String name, String date) {
    static final Sent NOTHING = new Sent("", "", "");

    static Sent of(HttpServerRequest request) {
      return new Sent(
          field(request, "kind"), field(request, "name").strip(), field(request, "date").strip());
    }

    private static String field(HttpServerRequest request, String name) {
      return Vietnamese.nfc(Objects.requireNonNullElse(request.getFormAttribute(name), ""));
    }
  }

  private void make(RoutingContext context) {
    Sent sent = Sent.of(context.request());
    Topic topic =
        Topic.ofKey(sent.kind)
            .filter(kind -> kind == Topic.INSURANCE || kind == Topic.VACCINATION)
            .orElse(null);
    if (topic == null) {
      context.fail(400);
      return;
    }
    Instant now = clock.instant();
    Form form = Form.of(topic, null, Filled.NOTHING, now);
    Reading name = read(form, Field.NAME, sent.name);
    Reading date = read(form, Field.DATE, sent.date);
    String fault = fault(name, Phrase.NAME_NOT_LETTERS, name.filled().name() != null);
    if (fault.isEmpty()) {
      fault = fault(date, Phrase.DATE_NOT_UNDERSTOOD, date.filled().date() != null);
    }
    LocalDate day = date.filled().date();
    String called = name.filled().name();
    if (!fault.isEmpty() || day == null || called == null) {
      page(context, 400, sent, fault);
      return;
    }
    CalendarFile file = file(wish(topic, called, day), now);
    if (file.days() == 0) {
      page(context, 200, sent, base.get().phrases().text(Saying.Calendar.EMPTY).plain());
      return;
    }
    download(context, file);
  }

  private Reading read(Form form, Field field, String text) {
    return Reading.of(form.asking(field), Words.of(text), VietnamTime.today(clock));
  }

  /// Empty when what was asked for is there.
  private String fault(Reading reading, Phrase missing, boolean isThere) {
    if (isThere && reading.refused().isEmpty()) {
      return "";
    }
    Refusal refusal = reading.refused().orElse(new Refusal(Field.FIX, missing, Map.of()));
    return refusal
        .text(base.get().phrases(), rules.get().texts(), VietnamTime.today(clock))
        .plain();
  }

  private static Wish wish(Topic topic, String name, LocalDate day) {
    return topic == Topic.INSURANCE
        ? new Wish.Insurance(name, day, 1)
        : new Wish.Vaccination(name, new Child(day, List.of()), null);
  }

  private CalendarFile file(Wish wish, Instant now) {
    // The same when it is made again: a calendar then replaces what it has.
    UUID key = UUID.nameUUIDFromBytes(wish.toString().getBytes(StandardCharsets.UTF_8));
    return CalendarFile.of(base.get().phrases(), rules.get(), Map.of(key.toString(), wish), now);
  }

  private static void download(RoutingContext context, CalendarFile file) {
    context
        .response()
        .putHeader(HttpHeaders.CONTENT_TYPE, CalendarFile.TYPE + "; charset=utf-8")
        .putHeader(
            HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + CalendarFile.NAME + "\"")
        .end(file.text())
        .await();
  }

  /// @param fault what is wrong with it; empty for nothing
  private void page(RoutingContext context, int status, Sent sent, String fault) {
    StringOutput out = new StringOutput();
    templates.render(
        "webchat/calendar.jte", Map.of("sent", sent, "fault", fault, "assets", assets), out);
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/html; charset=utf-8")
        .end(out.toString())
        .await();
  }
}
