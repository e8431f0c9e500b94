package vn.ansinh.app.doctor;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.telegram.TelegramCheckup;
import vn.ansinh.telegram.TelegramSettings;

/// The machine's clock beside those of the database and of Telegram.
final class ClockCheck {
  private static final Duration NOTABLE = Duration.ofSeconds(5);

  /// Officers' codes change twice a minute.
  private static final Duration WRONG = Duration.ofSeconds(30);

  private static final String CURE =
      "Bật đồng bộ giờ (timedatectl set-ntp true) trên máy này và máy cơ sở dữ liệu.";

  private ClockCheck() {}

  /// @param database by how much its clock is before ours; empty when it cannot be asked
  static Line of(
      Optional<Duration> database,
      TelegramCheckup telegram,
      TelegramSettings settings,
      Clock clock) {
    Optional<Duration> there =
        settings.token().isEmpty() ? Optional.empty() : ahead(telegram, clock);
    List<String> seen = new ArrayList<>();
    database.ifPresent(ahead -> seen.add(words(ahead, "cơ sở dữ liệu")));
    there.ifPresent(ahead -> seen.add(words(ahead, "Telegram")));
    if (seen.isEmpty()) {
      return Line.warning(
          Part.CLOCK,
          "Chưa có gì để so giờ.",
          "Chữa cơ sở dữ liệu hoặc kết nối Telegram trước, rồi khám lại.");
    }
    Duration worst = largest(database.orElse(Duration.ZERO), there.orElse(Duration.ZERO));
    String said = String.join("; ", seen) + ".";
    if (worst.compareTo(WRONG) > 0) {
      return Line.fault(Part.CLOCK, said, CURE);
    }
    return worst.compareTo(NOTABLE) > 0
        ? Line.warning(Part.CLOCK, said, CURE)
        : Line.ok(Part.CLOCK, said);
  }

  private static Optional<Duration> ahead(TelegramCheckup telegram, Clock clock) {
    Optional<Instant> time = telegram.time().await();
    return time.map(there -> Duration.between(clock.instant(), there));
  }

  private static Duration largest(Duration one, Duration other) {
    return one.abs().compareTo(other.abs()) > 0 ? one.abs() : other.abs();
  }

  private static String words(Duration ahead, String whose) {
    long seconds = Math.round(ahead.toMillis() / 1000.0);
    if (Math.abs(seconds) <= 1) {
      return "Khớp giờ " + whose;
    }
    return (seconds > 0 ? "Chậm hơn giờ %s %d giây" : "Nhanh hơn giờ %s %d giây")
        .formatted(whose, Math.abs(seconds));
  }
}
