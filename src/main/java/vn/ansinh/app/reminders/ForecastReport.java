package vn.ansinh.app.reminders;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.text.Vietnamese;
import vn.ansinh.vaccination.DoseForecast;
import vn.ansinh.vaccination.Why;

/// The card as a table for people: below each dose, why.
final class ForecastReport {
  private static final String ROW = "%-12s  %-10s  %-10s  %-10s  %-10s  %-10s  %s";

  private ForecastReport() {}

  static List<String> lines(List<DoseForecast> card, Why why) {
    List<String> lines = new ArrayList<>();
    lines.add(
        ROW.formatted("Tình trạng", "Đã tiêm", "Sớm nhất", "Nên đi", "Trễ từ", "Cuối cùng", "Mũi"));
    for (DoseForecast dose : card) {
      lines.add(row(dose));
      lines.add("    " + why.of(dose));
    }
    return lines;
  }

  private static String row(DoseForecast forecast) {
    CardDays days = CardDays.of(forecast);
    return ROW.formatted(
        status(forecast.status()),
        day(days.given()),
        day(days.earliest()),
        day(days.recommended()),
        day(days.overdue()),
        day(days.latest()),
        forecast.rule().name() + ", mũi " + forecast.rule().dose().number());
  }

  private static String day(@Nullable LocalDate day) {
    return day == null ? "" : Vietnamese.date(day);
  }

  private static String status(DoseForecast.Status status) {
    return switch (status) {
      case DONE -> "đã tiêm";
      case INVALID -> "chưa đủ ngày";
      case UPCOMING -> "sắp tới";
      case DUE -> "đến lúc";
      case OVERDUE -> "đã trễ";
      case AGED_OUT -> "qua tuổi";
      case NOT_SCHEDULED -> "chưa có lịch";
    };
  }
}
