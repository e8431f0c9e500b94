package vn.ansinh.app.reminders;

import io.vertx.core.json.JsonObject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.reminder.Planned;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.ReminderTexts;
import vn.ansinh.reminder.Wish;
import vn.ansinh.text.Vietnamese;

/// A plan for programs and for people.
record PlanReport(PlanRequest.Accepted asked, List<Planned> plan, ReminderTexts texts) {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssXXX", Locale.ROOT);
  private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  /// Stands for a reminder that nobody keeps.
  private static final ReminderId NONE = new ReminderId(0);

  /// One object a message, always the same keys in the same order.
  List<String> json() {
    return plan.stream()
        .map(
            planned ->
                new JsonObject()
                    .put("send", MOMENT.format(there(planned.send())))
                    .put("kind", asked.wish().kind().key())
                    .put("subject", texts.subject(asked.wish()))
                    .put("due", planned.due().toString())
                    .put("why", texts.why(planned))
                    .encode())
        .toList();
  }

  /// When, why, and what people would read.
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Planned planned : plan) {
      ZonedDateTime send = there(planned.send());
      LocalDate day = send.toLocalDate();
      lines.add(
          "%s %s  %s  cho ngày %s"
              .formatted(
                  Vietnamese.date(day),
                  HOUR.format(send),
                  texts.subject(asked.wish()),
                  Vietnamese.date(planned.due())));
      lines.add("    " + texts.why(planned));
      texts
          .message(NONE, asked.wish(), planned, day)
          .text()
          .plain()
          .lines()
          .filter(line -> !line.isBlank())
          .forEach(line -> lines.add("    | " + line));
    }
    if (plan.isEmpty()) {
      lines.add(nothing());
    }
    return lines;
  }

  private String nothing() {
    if (asked.wish() instanceof Wish.Payment payment && texts.unknown(payment).isPresent()) {
      return texts.unknown(payment).get().plain();
    }
    return "Không có lời nhắc nào từ %s đến %s."
        .formatted(Vietnamese.date(asked.on()), Vietnamese.date(asked.until()));
  }

  private static ZonedDateTime there(Instant moment) {
    return moment.atZone(VietnamTime.ZONE);
  }
}
