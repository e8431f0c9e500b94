package vn.ansinh.knowledge.days;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.ansinh.calendar.Holidays;
import vn.ansinh.calendar.WorkingDays;
import vn.ansinh.vaccination.Schedule;

/// Every calendar from which a reminder takes its days.
///
/// @param payments by benefit, in the order of the file
public record Calendars(
    Schedule schedule,
    SessionDays sessions,
    Map<String, PaymentDays> payments,
    WorkingDays working) {
  public static final Calendars NONE =
      new Calendars(Schedule.EMPTY, SessionDays.NONE, Map.of(), new WorkingDays(Holidays.NONE));

  public Calendars {
    payments = Collections.unmodifiableMap(new LinkedHashMap<>(payments));
  }
}
