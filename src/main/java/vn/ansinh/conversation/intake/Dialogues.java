package vn.ansinh.conversation.intake;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;

/// Keeps one dialogue for the current library and makes a new one when the library has been
/// exchanged.
final class Dialogues {
  private record Made(Library library, Dialogue dialogue) {}

  private Dialogues() {}

  static Supplier<Dialogue> of(Supplier<Library> library, int mostInWindow) {
    AtomicReference<@Nullable Made> made = new AtomicReference<>();
    return () -> {
      Library current = library.get();
      Made last = made.get();
      if (last != null && last.library == current) {
        return last.dialogue;
      }
      Made fresh =
          new Made(
              current,
              new Dialogue(
                  current.base(), Search.of(current.index()), desk(current), mostInWindow));
      made.set(fresh);
      return fresh.dialogue;
    };
  }

  private static Desk desk(Library library) {
    return Desk.of(library.base(), library.calendars());
  }
}
