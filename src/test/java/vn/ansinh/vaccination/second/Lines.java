package vn.ansinh.vaccination.second;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The second forecast on its own: `{"id","born","given":["VACCINE:DOSE:DATE"],"on"}` lines from
/// standard input become `{"id","forecast":[…]}` or `{"id","error":CODE}` lines.
final class Lines {
  private Lines() {}

  public static void main(String[] arguments) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(new JsonObject(line)).encode());
    }
  }

  static JsonObject answer(JsonObject child) {
    List<String> given =
        child.getJsonArray("given", new JsonArray()).stream().map(String::valueOf).toList();
    JsonObject answer = new JsonObject().put("id", child.getValue("id"));
    return switch (SecondForecast.of(
        child.getString("born", ""), given, child.getString("on", ""))) {
      case SecondForecast.Refused refused -> answer.put("error", refused.code());
      case SecondForecast.Forecast forecast ->
          answer.put(
              "forecast", new JsonArray(forecast.lines().stream().map(Lines::json).toList()));
    };
  }

  private static JsonObject json(SecondForecast.Line line) {
    return new JsonObject()
        .put("vaccine", line.vaccine())
        .put("dose", line.dose())
        .put("status", line.status())
        .put("given", line.given())
        .put("earliest", line.earliest())
        .put("recommended", line.recommended())
        .put("overdue", line.overdue())
        .put("latest", line.latest());
  }
}
