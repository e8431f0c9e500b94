package vn.ansinh.broadcast.content;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.function.Supplier;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;
import vn.ansinh.text.Vietnamese;

/// The words of everything that officers are told of broadcasts.
///
/// @param phrases of the moment
public record Refusals(Supplier<Phrases> phrases) {
  public Refusal of(Saying.Broadcast what) {
    return of(what, Map.of());
  }

  public Refusal of(Saying.Broadcast what, Map<String, String> values) {
    return new Refusal(what, words(what, values));
  }

  public String words(Saying.Broadcast what, Map<String, String> values) {
    return phrases.get().words(what, values).strip();
  }

  /// `{time} {date}`.
  public static Map<String, String> values(Instant moment) {
    ZonedDateTime there = moment.atZone(VietnamTime.ZONE);
    return Map.of(
        "time", there.toLocalTime().truncatedTo(ChronoUnit.MINUTES).toString(),
        "date", Vietnamese.date(there.toLocalDate()));
  }
}
