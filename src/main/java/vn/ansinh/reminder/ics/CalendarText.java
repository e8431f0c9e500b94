package vn.ansinh.reminder.ics;

import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.StandardTime;
import biweekly.component.VAlarm;
import biweekly.component.VEvent;
import biweekly.component.VTimezone;
import biweekly.io.text.ICalWriter;
import biweekly.property.Classification;
import biweekly.property.DateStart;
import biweekly.property.Trigger;
import biweekly.util.DateTimeComponents;
import biweekly.util.ICalDate;
import biweekly.util.UtcOffset;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import vn.ansinh.calendar.VietnamTime;

/// Writes days as RFC 5545 text.
final class CalendarText {
  private static final String PRODUCT = "-//An Sinh//Nhac lich//VI";

  /// Of one line, its end not counted.
  private static final int MOST_OCTETS = 75;

  private CalendarText() {}

  /// A whole day.
  ///
  /// @param uid the same whenever the day is written again, so that it takes its own place
  /// @param alarms each an exact moment
  record Day(String uid, LocalDate date, String summary, String description, List<Instant> alarms) {
    Day {
      alarms = List.copyOf(alarms);
    }
  }

  /// @param now when it is written
  static String of(String name, List<Day> days, Instant now) {
    ICalendar calendar = new ICalendar();
    calendar.setProductId(PRODUCT);
    // No property of the standard's names a calendar; this one all programs know.
    calendar.addExperimentalProperty("X-WR-CALNAME", name);
    days.forEach(day -> calendar.addEvent(event(day, now)));
    if (days.isEmpty()) {
      // The standard wants one component at least, and some programs refuse a calendar without.
      calendar.addComponent(vietnam());
    }
    StringWriter text = new StringWriter();
    try (ICalWriter writer = new ICalWriter(text, ICalVersion.V2_0)) {
      // It would count characters, of which the standard's 75 octets hold as few as 25.
      writer.getVObjectWriter().getFoldedLineWriter().setLineLength(null);
      writer.write(calendar);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return folded(text.toString());
  }

  private static VTimezone vietnam() {
    UtcOffset offset = new UtcOffset(true, 7, 0);
    StandardTime always = new StandardTime();
    always.setDateStart(new DateTimeComponents(1975, 6, 13, 0, 0, 0, false));
    always.setTimezoneOffsetFrom(offset);
    always.setTimezoneOffsetTo(offset);
    VTimezone zone = new VTimezone(VietnamTime.ZONE.getId());
    zone.addStandardTime(always);
    return zone;
  }

  private static VEvent event(Day day, Instant now) {
    VEvent event = new VEvent();
    event.setUid(day.uid);
    event.setDateTimeStamp(Date.from(now));
    event.setDateStart(new DateStart(date(day.date)));
    event.setSummary(day.summary);
    event.setDescription(day.description);
    event.setClassification(Classification.private_());
    // A day to think of something is no day without time.
    event.setTransparency(true);
    // What a locked screen shows is the alarm's own text.
    day.alarms.forEach(
        alarm -> event.addAlarm(VAlarm.display(new Trigger(Date.from(alarm)), day.summary)));
    return event;
  }

  private static ICalDate date(LocalDate day) {
    return new ICalDate(
        new DateTimeComponents(day.getYear(), day.getMonthValue(), day.getDayOfMonth()), false);
  }

  private static String folded(String text) {
    StringBuilder folded = new StringBuilder(text.length() + text.length() / 32);
    int octets = 0;
    for (int at = 0; at < text.length(); at = text.offsetByCodePoints(at, 1)) {
      String character = Character.toString(text.codePointAt(at));
      boolean isEnd = character.equals("\r") || character.equals("\n");
      int size = isEnd ? 0 : character.getBytes(StandardCharsets.UTF_8).length;
      if (octets + size > MOST_OCTETS) {
        folded.append("\r\n ");
        octets = 1;
      }
      folded.append(character);
      octets = isEnd ? 0 : octets + size;
    }
    return folded.toString();
  }
}
