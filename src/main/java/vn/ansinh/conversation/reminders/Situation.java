package vn.ansinh.conversation.reminders;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.reminder.Wish;

/// In which a message about reminders comes.
///
/// @param form under way; null when there is none
public record Situation(@Nullable Form form, Held held, Instant now) {
  LocalDate today() {
    return LocalDate.ofInstant(now, VietnamTime.ZONE);
  }

  /// The reminder that the form is about; empty also when it was erased meanwhile.
  Optional<Wish> subject() {
    return form == null ? Optional.empty() : held.wish(form.of());
  }
}
