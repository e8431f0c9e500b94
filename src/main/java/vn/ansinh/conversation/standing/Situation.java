package vn.ansinh.conversation.standing;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Form;

/// In which a message about reminders comes.
///
/// @param form under way; null when there is none
/// @param joins how the chat is joined to another; null where it cannot be
public record Situation(@Nullable Form form, Held held, Instant now, @Nullable Joins joins) {
  public LocalDate today() {
    return LocalDate.ofInstant(now, VietnamTime.ZONE);
  }
}
