package vn.ansinh.zalo;

import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import vn.ansinh.http.call.Answer;
import vn.ansinh.http.call.Endpoint;

/// Calls methods of the Zalo Bot API. Whether a call succeeded is said by `ok` in the answer's
/// body, not by its HTTP status: a wrong token comes back as 200 with
/// `"ok":false,"error_code":401`.
public final class ZaloApi {
  private final Endpoint endpoint;

  public ZaloApi(Vertx vertx, ZaloSettings settings, MeterRegistry meters) {
    this(vertx, settings, Endpoint.SILENCE, meters);
  }

  /// @param silence how long a connection may stay silent before the answer counts as lost
  ZaloApi(Vertx vertx, ZaloSettings settings, Duration silence, MeterRegistry meters) {
    this.endpoint =
        new Endpoint(vertx, "zalo", settings.apiUrl(), settings.token(), silence, meters);
  }

  /// @param method as documented; upper and lower case count
  /// @return `result`; an empty object when there is none, or it is no object
  Future<Answer<JsonObject>> call(String method, JsonObject parameters) {
    return call(method, parameters, Duration.ZERO);
  }

  /// @param patience how long Zalo itself was asked to wait before it answers
  Future<Answer<JsonObject>> call(String method, JsonObject parameters, Duration patience) {
    return endpoint.post(method, parameters.encode(), patience, this::read);
  }

  /// Ends every call under way.
  public Future<Void> close() {
    return endpoint.close();
  }

  private Answer<JsonObject> read(int status, String body) {
    JsonObject answer;
    try {
      answer = new JsonObject(body);
    } catch (DecodeException garbage) {
      return Answer.unreadable(status);
    }
    if (answer.getValue("ok") instanceof Boolean isOk) {
      return isOk ? new Answer.Done<>(result(answer)) : rejected(answer);
    }
    return Answer.unreadable(status);
  }

  private static JsonObject result(JsonObject answer) {
    return answer.getValue("result") instanceof JsonObject result ? result : new JsonObject();
  }

  private Answer<JsonObject> rejected(JsonObject answer) {
    return answer.getValue("error_code") instanceof Number code
        ? new Answer.Rejected<>(
            code.intValue(), endpoint.scrub(String.valueOf(answer.getValue("description"))), null)
        : new Answer.NotSent<>("refused without a code");
  }
}
