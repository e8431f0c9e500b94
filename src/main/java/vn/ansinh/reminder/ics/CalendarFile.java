package vn.ansinh.reminder.ics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;
import vn.ansinh.reminder.store.Rules;
import vn.ansinh.text.Phrase;
import vn.ansinh.text.Phrases;
import vn.ansinh.text.Saying;

/// What is planned for wishes as a calendar file: one whole day for each day of which a message
/// tells, with an alarm at the moment of each message.
///
/// @param text in the format of RFC 5545
/// @param days how many are in it
public record CalendarFile(String text, int days) {
  public static final String TYPE = "text/calendar";
  public static final String NAME = "lich-an-sinh.ics";

  /// A card is good for a year; messages after its end come within three months.
  private static final Duration AHEAD = Duration.ofDays(500);

  /// What tells a reminder from all others, also when its wish has changed.
  public static String key(ReminderId id) {
    return "nhac-" + id.value();
  }

  /// @param wishes by what tells each from all others, now and later
  public static CalendarFile of(
      Phrases phrases, Rules rules, Map<String, Wish> wishes, Instant now) {
    List<CalendarText.Day> days = new ArrayList<>();
    wishes.forEach((key, wish) -> days.addAll(days(phrases, rules, key, wish, now)));
    String name = phrases.words(Saying.Calendar.NAME, Map.of()).strip();
    return new CalendarFile(CalendarText.of(name, days, now), days.size());
  }

  private static List<CalendarText.Day> days(
      Phrases phrases, Rules rules, String key, Wish wish, Instant now) {
    Map<LocalDate, List<Planned>> byDay = new TreeMap<>();
    for (Planned planned : rules.planner().between(wish, now, now.plus(AHEAD))) {
      byDay.computeIfAbsent(planned.due(), _ -> new ArrayList<>()).add(planned);
    }
    return byDay.entrySet().stream()
        .map(
            day ->
                new CalendarText.Day(
                    key + "-" + day.getKey() + "@" + rules.domain(),
                    day.getKey(),
                    summary(phrases, rules, wish, day.getValue().getLast()),
                    rules.texts().text(wish, day.getValue().getLast(), day.getKey()).plain(),
                    day.getValue().stream().map(Planned::send).distinct().toList()))
        .toList();
  }

  /// Short, and of a child no more than its nickname: others see the screen too.
  private static String summary(Phrases phrases, Rules rules, Wish wish, Planned planned) {
    Saying saying =
        switch (wish) {
          case Wish.Insurance card ->
              planned.due().isAfter(card.expires())
                  ? Saying.Calendar.INSURANCE_GAP
                  : Saying.Calendar.INSURANCE;
          case Wish.Vaccination _ -> Phrase.REMINDER_VACCINATION_FIRST;
          case Wish.Payment _ -> Saying.Calendar.PAYMENT;
        };
    return phrases.words(saying, Map.of("name", rules.texts().subject(wish))).strip();
  }
}
