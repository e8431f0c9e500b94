package vn.ansinh.app.reminders;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.DueDay;

/// The days on one line of a card, those that it does not have null.
record CardDays(
    @Nullable LocalDate given,
    @Nullable LocalDate earliest,
    @Nullable LocalDate recommended,
    @Nullable LocalDate overdue,
    @Nullable LocalDate latest) {

  static CardDays of(DoseForecast forecast) {
    return switch (forecast) {
      case DoseForecast.Done done -> recorded(done.given(), done.earliest());
      case DoseForecast.Invalid invalid -> recorded(invalid.given(), invalid.earliest());
      case DoseForecast.Open open ->
          new CardDays(
              null, open.earliest().day(), open.recommended().day(), open.overdue(), open.latest());
      case DoseForecast.AgedOut agedOut -> new CardDays(null, null, null, null, agedOut.latest());
      case DoseForecast.NotScheduled _ -> new CardDays(null, null, null, null, null);
    };
  }

  private static CardDays recorded(LocalDate given, @Nullable DueDay earliest) {
    return new CardDays(given, earliest == null ? null : earliest.day(), null, null, null);
  }
}
