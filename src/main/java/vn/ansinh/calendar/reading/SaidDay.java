package vn.ansinh.calendar.reading;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.calendar.lunar.LunarDate;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// A day as somebody said it.
///
/// @param byMoon whether that was by the lunar calendar
public record SaidDay(LocalDate date, boolean byMoon) {
  /// `25/09/2026`; `15/8 âm lịch, tức thứ Sáu 25/09/2026` when that was how.
  public String words(Phrases phrases) {
    return (byMoon ? LunarDate.of(date) : Optional.<LunarDate>empty())
        .map(lunar -> both(phrases, lunar))
        .orElseGet(() -> Vietnamese.date(date));
  }

  private String both(Phrases phrases, LunarDate lunar) {
    Saying both = lunar.month().leap() ? Saying.Day.LUNAR_LEAP : Saying.Day.LUNAR;
    return phrases
        .words(
            both,
            Map.of(
                "lunar", lunar.day() + "/" + lunar.month().number(),
                "weekday", Vietnamese.weekday(date),
                "date", Vietnamese.date(date)))
        .strip();
  }
}
