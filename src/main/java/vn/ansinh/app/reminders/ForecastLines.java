package vn.ansinh.app.reminders;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Phrases;
import vn.ansinh.vaccination.Child;
import vn.ansinh.vaccination.Forecast;
import vn.ansinh.vaccination.Request;
import vn.ansinh.vaccination.Schedule;
import vn.ansinh.vaccination.Why;

/// Forecasts for many children, one JSON object a line in and out: `{"id","forecast":[…]}` or
/// `{"id","error"}`.
final class ForecastLines {
  private static final String BAD_JSON = "bad-json";

  private final Schedule schedule;
  private final Why why;

  ForecastLines(Schedule schedule, Phrases phrases) {
    this.schedule = schedule;
    this.why = new Why(phrases, schedule);
  }

  /// Answers every line that is not blank, to the end. What is answered is passed on as soon as no
  /// further line waits, so that a program can ask and listen in turn.
  void copy(BufferedReader in, Writer out) throws IOException {
    BufferedWriter answers = new BufferedWriter(out);
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      if (!line.isBlank()) {
        answers.write(answer(line).encode());
        answers.newLine();
      }
      if (!in.ready()) {
        answers.flush();
      }
    }
    answers.flush();
  }

  private JsonObject answer(String line) {
    try {
      return answer(new JsonObject(line));
    } catch (DecodeException e) {
      return new JsonObject().putNull("id").put("error", BAD_JSON);
    }
  }

  private JsonObject answer(JsonObject asked) {
    JsonObject answer = new JsonObject().put("id", asked.getValue("id"));
    Request request =
        Request.read(
            schedule,
            text(asked.getValue("born")),
            text(asked.getValue("on")),
            doses(asked.getValue("given")));
    return switch (request) {
      case Request.Refused(var fault) -> answer.put("error", fault.code());
      case Request.Accepted(var child, var on) -> answer.put("forecast", forecast(child, on));
    };
  }

  private JsonArray forecast(Child child, LocalDate on) {
    JsonArray forecast = new JsonArray();
    Forecast.of(schedule, child, on).forEach(dose -> forecast.add(ForecastJson.of(dose, why)));
    return forecast;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  /// What is no text cannot be a dose of three parts, nor can a list that is none.
  private static List<String> doses(@Nullable Object given) {
    if (given == null) {
      return List.of();
    }
    return given instanceof JsonArray array
        ? array.stream().map(each -> each instanceof String text ? text : "").toList()
        : List.of("");
  }
}
