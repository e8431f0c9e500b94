package vn.ansinh.webchat;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.intake.Conversations;
import vn.ansinh.http.Access;
import vn.ansinh.http.Routes;

/// `POST /api/ask` with `{"question","on"?,"conversation"?}`: answers the object of `ask --json`
/// plus `conversation`; a request that cannot be understood is a 4xx with `{"error"}`.
public final class AskApi {
  private static final int MOST_BODY = 1 << 20;
  private static final Pattern CONVERSATION = Pattern.compile("[A-Za-z0-9-]{1,64}");

  private final Conversations conversations;
  private final Clock clock;

  public AskApi(Conversations conversations, Clock clock) {
    this.conversations = conversations;
    this.clock = clock;
  }

  public void addTo(Routes routes) {
    routes.add(HttpMethod.POST, "/api/ask", Access.PUBLIC, MOST_BODY, this::ask);
  }

  /// A request that is answered with a sentence about what is wrong with it.
  private static final class Unusable extends Exception {
    final int status;

    Unusable(int status, String sentence) {
      super(sentence);
      this.status = status;
    }
  }

  private record Asked(String question, LocalDate on, @Nullable String conversation) {}

  private void ask(RoutingContext context) {
    try {
      Asked asked = read(context);
      end(
          context,
          200,
          conversations.ask(asked.question(), asked.on(), asked.conversation()).await());
    } catch (Unusable unusable) {
      end(context, unusable.status, new JsonObject().put("error", unusable.getMessage()));
    }
  }

  private static void end(RoutingContext context, int status, JsonObject body) {
    context
        .response()
        .setStatusCode(status)
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .end(body.encode())
        .await();
  }

  private Asked read(RoutingContext context) throws Unusable {
    String type = context.request().getHeader(HttpHeaders.CONTENT_TYPE);
    if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("application/json")) {
      throw new Unusable(415, "Chỉ nhận dữ liệu kiểu application/json.");
    }
    JsonObject body = body(context);
    String question = text(body, "question");
    if (question == null) {
      throw new Unusable(400, "Thiếu câu hỏi: cần trường \"question\" là một chuỗi chữ.");
    }
    String conversation = text(body, "conversation");
    if (conversation != null && !CONVERSATION.matcher(conversation).matches()) {
      throw new Unusable(400, "Trường \"conversation\" phải là mã lấy từ câu trả lời trước.");
    }
    return new Asked(question, on(text(body, "on")), conversation);
  }

  private static JsonObject body(RoutingContext context) throws Unusable {
    try {
      JsonObject body = context.body().asJsonObject();
      if (body != null) {
        return body;
      }
    } catch (DecodeException | ClassCastException unreadable) {
      // The same to whoever sent it.
    }
    throw new Unusable(400, "Dữ liệu gửi đến không phải là một đối tượng JSON.");
  }

  private static @Nullable String text(JsonObject body, String field) throws Unusable {
    Object value = body.getValue(field);
    if (value != null && !(value instanceof String)) {
      throw new Unusable(400, "Trường \"" + field + "\" phải là một chuỗi chữ.");
    }
    return (String) value;
  }

  private LocalDate on(@Nullable String date) throws Unusable {
    if (date == null) {
      return VietnamTime.today(clock);
    }
    try {
      return LocalDate.parse(date);
    } catch (DateTimeParseException e) {
      throw new Unusable(400, "Trường \"on\" phải là một ngày có thật, viết như 2026-11-23.");
    }
  }
}
