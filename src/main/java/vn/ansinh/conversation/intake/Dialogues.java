package vn.ansinh.conversation.intake;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.reminder.store.Rules;

/// Keeps one dialogue for the current library and rules, and makes a new one when they have been
/// exchanged.
final class Dialogues {
  private record Made(Library library, Rules rules, Dialogue dialogue) {}

  private Dialogues() {}

  static Supplier<Dialogue> of(Supplier<Library> library, Supplier<Rules> rules, int mostInWindow) {
    AtomicReference<@Nullable Made> made = new AtomicReference<>();
    return () -> {
      Library current = library.get();
      Rules currentRules = rules.get();
      Made last = made.get();
      if (last != null && last.library == current && last.rules == currentRules) {
        return last.dialogue;
      }
      Desk desk = new Desk(current.base(), currentRules);
      Dialogue fresh = new Dialogue(current.base(), Search.of(current.index()), desk, mostInWindow);
      made.set(new Made(current, currentRules, fresh));
      return fresh;
    };
  }
}
