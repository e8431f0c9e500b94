package vn.ansinh.reminder;

import java.time.LocalDate;
import vn.ansinh.delivery.Message;

/// What the messages say.
public final class ReminderTexts {
  /// The message itself, with the buttons that answer it.
  ///
  /// @param on the day on which it is read
  public Message message(ReminderId id, Wish wish, Planned planned, LocalDate on) {
    throw new UnsupportedOperationException("to be written: " + id + wish + planned + on);
  }
}
