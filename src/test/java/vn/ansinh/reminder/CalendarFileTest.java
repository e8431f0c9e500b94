package vn.ansinh.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import net.fortuna.ical4j.data.CalendarBuilder;
import net.fortuna.ical4j.data.ParserException;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.Property;
import net.fortuna.ical4j.model.component.VAlarm;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.component.VTimeZone;
import net.fortuna.ical4j.model.property.DtStart;
import org.junit.jupiter.api.Test;
import vn.ansinh.knowledge.days.Calendars;
import vn.ansinh.reminder.ics.CalendarFile;
import vn.ansinh.reminder.store.Rules;

/// Calendar files, read back by ical4j, which has nothing in common with their writer.
class CalendarFileTest {
  private static final Instant NOW = Instant.parse("2026-11-23T05:00:00Z");

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmssX");

  private static CalendarFile file(Calendars calendars, Wish wish) {
    return CalendarFile.of(Rehearsal.BASE.phrases(), rules(calendars), Map.of("nhac-7", wish), NOW);
  }

  private static Rules rules(Calendars calendars) {
    return new Rules(
        Rehearsal.planner(calendars), new ReminderTexts(Rehearsal.BASE, calendars), calendars);
  }

  private static List<VEvent> read(String text) {
    try {
      Calendar calendar = new CalendarBuilder().build(new StringReader(text));
      assertThat(calendar.validate().hasErrors()).as(text).isFalse();
      return calendar.getComponents(VEvent.VEVENT);
    } catch (IOException | ParserException e) {
      throw new AssertionError(text, e);
    }
  }

  private static String property(VEvent event, String name) {
    return event.getRequiredProperty(name).getValue();
  }

  private static LocalDate start(VEvent event) {
    DtStart<?> start = event.getRequiredProperty(Property.DTSTART);
    return LocalDate.from(start.getDate());
  }

  private static List<Instant> alarms(VEvent event) {
    return event.getAlarms().stream().map(CalendarFileTest::moment).toList();
  }

  private static Instant moment(VAlarm alarm) {
    return Instant.from(MOMENT.parse(alarm.getRequiredProperty(Property.TRIGGER).getValue()));
  }

  @Test
  void aCardIsADayOfItsOwnAndSoIsTheEndOfItsGap() {
    CalendarFile file =
        file(Calendars.NONE, new Wish.Insurance("mẹ", LocalDate.of(2026, 12, 31), 3));
    assertThat(file.days()).isEqualTo(2);
    List<VEvent> events = read(file.text());
    assertThat(events)
        .extracting(event -> property(event, "UID"))
        .containsExactly("nhac-7-2026-12-31@an-sinh", "nhac-7-2027-03-30@an-sinh");
    VEvent ends = events.getFirst();
    assertThat(start(ends)).isEqualTo(LocalDate.of(2026, 12, 31));
    assertThat(property(ends, "SUMMARY")).isEqualTo("Thẻ BHYT của mẹ hết hạn");
    assertThat(property(ends, "DESCRIPTION"))
        .contains("31/12/2026", "3 người")
        .doesNotContain("**");
    assertThat(property(ends, "DTSTAMP")).isEqualTo("20261123T050000Z");
    assertThat(alarms(ends))
        .containsExactly(
            Instant.parse("2026-12-01T01:00:00Z"),
            Instant.parse("2026-12-24T01:00:00Z"),
            Instant.parse("2026-12-30T01:00:00Z"),
            Instant.parse("2026-12-31T01:00:00Z"));
    assertThat(alarms(events.getLast())).hasSize(2);
  }

  @Test
  void whatTwoWardsNameIsToldApart() {
    Rules none = rules(Calendars.NONE);
    Rules here =
        new Rules(none.planner(), none.texts(), none.calendars(), "https://phuong-a.example/lich/");
    Wish card = new Wish.Insurance("mẹ", LocalDate.of(2026, 12, 31), 3);
    CalendarFile file =
        CalendarFile.of(Rehearsal.BASE.phrases(), here, Map.of("nhac-7", card), NOW);
    assertThat(property(read(file.text()).getFirst(), "UID"))
        .isEqualTo("nhac-7-2026-12-31@phuong-a.example");
  }

  @Test
  void aCalendarWithoutDaysIsStillOneThatProgramsAccept() throws Exception {
    String text = file(Calendars.NONE, new Wish.Payment("allowance")).text();
    Calendar calendar = new CalendarBuilder().build(new StringReader(text));
    assertThat(calendar.validate().hasErrors()).as(text).isFalse();
    assertThat(calendar.getComponents(VTimeZone.VTIMEZONE)).hasSize(1);
  }

  @Test
  void onAScreenThatOthersSeeOfAChildOnlyItsNicknameStands() {
    Calendars calendars = Rehearsal.sessions("{rule: ngày 15 hằng tháng}");
    List<VEvent> events = read(file(calendars, Rehearsal.child("2026-09-03", "")).text());
    assertThat(events).isNotEmpty();
    for (VEvent event : events) {
      assertThat(property(event, "SUMMARY")).isEqualTo("Bin: lịch của bé");
      assertThat(event.getAlarms())
          .isNotEmpty()
          .allSatisfy(
              alarm ->
                  assertThat(alarm.getRequiredProperty("DESCRIPTION").getValue())
                      .isEqualTo("Bin: lịch của bé"));
      assertThat(property(event, "DESCRIPTION")).contains("mũi");
    }
  }

  @Test
  void eachDayOfPaymentIsThereAndAnUnknownOneIsNot() {
    List<VEvent> events =
        read(
            file(Rehearsal.payments("{rule: ngày 5 hằng tháng}"), new Wish.Payment("allowance"))
                .text());
    assertThat(events).hasSizeGreaterThanOrEqualTo(12);
    assertThat(events)
        .allSatisfy(event -> assertThat(property(event, "SUMMARY")).isEqualTo("Chi trả: Trợ cấp"));
    assertThat(file(Calendars.NONE, new Wish.Payment("allowance")).days()).isZero();
  }

  @Test
  void aNameIsNeverReadAsAnythingElse() {
    String name = "a;b,c\\d\nBEGIN:VALARM";
    String text =
        file(Calendars.NONE, new Wish.Insurance(name, LocalDate.of(2026, 12, 31), 1)).text();
    assertThat(property(read(text).getFirst(), "SUMMARY"))
        .isEqualTo("Thẻ BHYT của " + name + " hết hạn");
  }

  @Test
  void noLineIsLongerThan75OctetsAndNoCharacterIsCut() {
    String name = "ế".repeat(39) + "😀";
    String text =
        file(Calendars.NONE, new Wish.Insurance(name, LocalDate.of(2026, 12, 31), 1)).text();
    assertThat(text.split("\r\n"))
        .allSatisfy(
            line ->
                assertThat(line.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    assertThat(property(read(text).getFirst(), "SUMMARY")).contains(name);
  }

  @Test
  void theDayIsTheSameWhereverTheServerStands() {
    TimeZone before = TimeZone.getDefault();
    try {
      for (String zone : List.of("Pacific/Kiritimati", "America/Sao_Paulo", "Pacific/Pago_Pago")) {
        TimeZone.setDefault(TimeZone.getTimeZone(zone));
        LocalDate day = LocalDate.of(2027, 2, 28);
        String text = file(Calendars.NONE, new Wish.Insurance("ba", day, 1)).text();
        assertThat(text).contains("DTSTART;VALUE=DATE:20270228\r\n");
        assertThat(start(read(text).getFirst())).isEqualTo(day);
      }
    } finally {
      TimeZone.setDefault(before);
    }
  }
}
