package vn.ansinh.conversation.standing;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.forms.Form;
import vn.ansinh.delivery.Message;

/// The answer to a message about reminders.
///
/// @param form to go on with; null when there is none any more
/// @param inPlace whether it takes the place of the message under which the button was
public record Step(@Nullable Form form, Message message, List<Act> acts, boolean inPlace) {
  public Step {
    acts = List.copyOf(acts);
  }

  public static Step of(@Nullable Form form, Message message, Act... acts) {
    return new Step(form, message, List.of(acts), false);
  }
}
