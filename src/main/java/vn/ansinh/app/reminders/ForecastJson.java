package vn.ansinh.app.reminders;

import io.vertx.core.json.JsonObject;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.Why;

/// A dose for programs: always the same keys in the same order, days as `2026-08-31` or null.
final class ForecastJson {
  private ForecastJson() {}

  static JsonObject of(DoseForecast forecast, Why why) {
    CardDays days = CardDays.of(forecast);
    return new JsonObject()
        .put("vaccine", forecast.rule().dose().vaccine())
        .put("dose", forecast.rule().dose().number())
        .put("status", forecast.status().key())
        .put("given", text(days.given()))
        .put("earliest", text(days.earliest()))
        .put("recommended", text(days.recommended()))
        .put("overdue", text(days.overdue()))
        .put("latest", text(days.latest()))
        .put("why", why.of(forecast));
  }

  private static @Nullable String text(@Nullable LocalDate day) {
    return day == null ? null : day.toString();
  }
}
