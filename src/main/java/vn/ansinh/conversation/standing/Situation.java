package vn.ansinh.conversation.standing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Form;

/// In which a message about reminders comes.
///
/// @param form under way; null when there is none
public record Situation(@Nullable Form form, Held held, Instant now) {
  public LocalDate today() {
    return LocalDate.ofInstant(now, VietnamTime.ZONE);
  }
}
