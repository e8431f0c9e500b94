package vn.ansinh.reminder;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import vn.ansinh.vaccination.Dose;

/// One message that a wish leads to.
///
/// @param send when it goes out, never in quiet hours
/// @param due the day of which it tells
/// @param lead which of the messages about that day: unique with `due` within a reminder, and the
///     same again whenever the plan is made anew: `30-before`, `on-day`, `gap-60` …
/// @param subject of what: the card's owner, the nickname, the benefit's name
/// @param doses of which it tells; empty when it is no vaccination
/// @param why the rule and its source, in words
public record Planned(
    Instant send, LocalDate due, String lead, String subject, List<Dose> doses, String why) {
  public Planned {
    doses = List.copyOf(doses);
  }
}
