package vn.ansinh.telegram;

import io.vertx.core.json.JsonObject;
import java.time.Duration;

/// How a fake Bot API misbehaves.
public sealed interface Fault {
  /// Answers this and does nothing.
  record Answers(int status, String body) implements Fault {}

  /// Does what was asked, then closes the connection without a word.
  record Closes() implements Fault {}

  /// Does what was asked and never answers.
  record Hangs() implements Fault {}

  /// Does what was asked, late.
  record Delays(Duration by) implements Fault {}

  static Fault error(int code, String description) {
    return new Answers(code, body(code, description).encode());
  }

  static Answers tooMany(int seconds) {
    JsonObject body =
        body(429, "Too Many Requests: retry after " + seconds)
            .put("parameters", new JsonObject().put("retry_after", seconds));
    return new Answers(429, body.encode());
  }

  static Answers anotherPoller() {
    String said = "Conflict: terminated by other getUpdates request";
    return new Answers(409, body(409, said).encode());
  }

  static Fault tooManyWithoutTime() {
    return error(429, "Too Many Requests");
  }

  static Fault blocked() {
    return error(403, "Forbidden: bot was blocked by the user");
  }

  static Fault chatNotFound() {
    return error(400, "Bad Request: chat not found");
  }

  static Fault badGateway() {
    return error(502, "Bad Gateway");
  }

  static Fault proxyPage(int status) {
    return new Answers(status, "<html><body><h1>" + status + "</h1></body></html>");
  }

  private static JsonObject body(int code, String description) {
    return new JsonObject()
        .put("ok", false)
        .put("error_code", code)
        .put("description", description);
  }
}
