package vn.ansinh.reminder;

import java.util.List;
import java.util.Set;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.knowledge.impact.Place;
import vn.ansinh.knowledge.impact.ReminderRule;
import vn.ansinh.reminder.words.InsuranceWords;

/// What the reminders go by: what must be looked at again when a document or a figure changes.
public final class Grounds {
  private static final String SCHEDULE = "schedules/immunization.csv";

  /// Those that `schedules/sources.csv` speaks of.
  private static final Set<String> VACCINATION =
      Set.of("tt-38-2017", "tt-10-2024", "tt-52-2025", "tt-13-2026");

  private Grounds() {}

  /// Payments go by what was announced, and by no law.
  public static List<ReminderRule> of(KnowledgeBase base) {
    Parameter gap = base.parameters().get(InsuranceWords.BREAK_DAYS);
    return List.of(
        new ReminderRule(
            "nhắc gia hạn thẻ bảo hiểm y tế",
            new Place(Parameter.FILE, gap == null ? 1 : gap.values().getFirst().line()),
            InsuranceWords.parameters(),
            Set.of()),
        new ReminderRule("nhắc lịch tiêm của bé", new Place(SCHEDULE, 1), Set.of(), VACCINATION));
  }
}
