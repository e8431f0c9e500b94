package vn.ansinh.knowledge.days;

import java.util.List;
import vn.ansinh.calendar.recurrence.Recurrence;

/// When the health station vaccinates.
///
/// @param place empty when it is not said
/// @param source who announced the days; empty when nothing is announced
public record SessionDays(Recurrence days, String place, String source) {
  /// Path inside the knowledge directory.
  public static final String FILE = "schedules/sessions.yaml";

  /// Nothing is announced.
  public static final SessionDays NONE =
      new SessionDays(
          new Recurrence(null, null, null, Recurrence.WhenClosed.KEEP, List.of(), List.of()),
          "",
          "");
}
