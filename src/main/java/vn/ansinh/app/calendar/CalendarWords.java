package vn.ansinh.app.calendar;

import java.time.LocalDate;
import java.util.Map;
import vn.ansinh.calendar.OfficeDay;
import vn.ansinh.calendar.QuietHours;
import vn.ansinh.calendar.Span;
import vn.ansinh.calendar.lunar.LunarDate;
import vn.ansinh.calendar.reading.DateReading;
import vn.ansinh.calendar.reading.SaidDay;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Vietnamese;

/// What the calendar says, in lines for officers.
final class CalendarWords {
  private CalendarWords() {}

  /// `thứ Bảy 06/02/2027`.
  private static String day(LocalDate day) {
    return Vietnamese.weekday(day) + " " + Vietnamese.date(day);
  }

  static String line(LocalDate day, OfficeDay what) {
    return day(day) + "\t" + words(what);
  }

  private static String words(OfficeDay what) {
    return switch (what) {
      case OfficeDay.Working(boolean swapped) -> swapped ? "làm bù" : "làm việc";
      case OfficeDay.Weekend _ -> "nghỉ cuối tuần";
      case OfficeDay.Off off -> off.holiday() + reason(off.reason());
      case OfficeDay.Undecided undecided -> undecided.holiday() + " (chưa rõ có nghỉ không)";
    };
  }

  private static String reason(OfficeDay.Reason reason) {
    return switch (reason) {
      case HOLIDAY -> "";
      case COMPENSATION -> " (nghỉ bù)";
      case SWAP -> " (nghỉ hoán đổi)";
    };
  }

  static String line(Span days) {
    return days.first().equals(days.last())
        ? day(days.first())
        : day(days.first()) + " – " + day(days.last());
  }

  static String line(DateReading reading, Phrases phrases) {
    return switch (reading) {
      case DateReading.Read read ->
          day(read.date()) + read.lunar().map(CalendarWords::lunar).orElse("");
      case DateReading.Vague vague ->
          say(
              phrases,
              Phrase.DATE_VAGUE,
              Map.of("from", Vietnamese.date(vague.from()), "to", Vietnamese.date(vague.to())));
      case DateReading.Impossible impossible ->
          say(phrases, impossible.reason().phrase(), Map.of());
      case DateReading.Past(SaidDay day) ->
          say(phrases, Phrase.DATE_PAST, Map.of("date", day.words(phrases)));
      case DateReading.Future(SaidDay day) ->
          say(phrases, Phrase.DATE_FUTURE, Map.of("date", day.words(phrases)));
      case DateReading.NotADate _ -> say(phrases, Phrase.DATE_NOT_UNDERSTOOD, Map.of());
    };
  }

  private static String lunar(LunarDate lunar) {
    String month = lunar.month().number() + (lunar.month().leap() ? " nhuận" : "");
    return " (ngày %d tháng %s âm lịch)".formatted(lunar.day(), month);
  }

  private static String say(Phrases phrases, Phrase phrase, Map<String, String> values) {
    return phrases.text(phrase, values).plain();
  }

  static String reason(QuietHours.Reason reason) {
    return switch (reason) {
      case AS_WANTED -> "đúng lúc định gửi";
      case LATER -> "lùi lại đến giờ được gửi, vẫn trước hạn";
      case EARLIER -> "gửi sớm hơn, vì lùi lại thì quá hạn";
    };
  }
}
