package vn.ansinh.conversation.intake;

import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import vn.ansinh.conversation.Dialogue;
import vn.ansinh.conversation.asking.AskDesk;
import vn.ansinh.conversation.meaning.Search;
import vn.ansinh.conversation.reminders.Desk;
import vn.ansinh.inbox.InboxSettings;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.reminder.store.Rules;

/// Keeps one dialogue for the current library and rules, and makes a new one when they have been
/// exchanged.
public final class Dialogues implements Supplier<Dialogue> {
  private final Supplier<Library> library;
  private final Supplier<Rules> rules;
  private final InboxSettings inbox;
  private final int mostInWindow;
  private final AtomicReference<@Nullable Made> made = new AtomicReference<>();

  private record Made(Library library, Rules rules, Dialogue dialogue) {}

  /// @param mostInWindow messages that one chat may send in ten seconds before it is asked to slow
  /// down
  public Dialogues(
      Supplier<Library> library, Supplier<Rules> rules, InboxSettings inbox, int mostInWindow) {
    this.library = library;
    this.rules = rules;
    this.inbox = inbox;
    this.mostInWindow = mostInWindow;
  }

  /// Of the moment.
  Supplier<Rules> rules() {
    return rules;
  }

  @Override
  public Dialogue get() {
    Library current = library.get();
    Rules currentRules = rules.get();
    Made last = made.get();
    if (last != null && last.library == current && last.rules == currentRules) {
      return last.dialogue;
    }
    KnowledgeBase base = current.base();
    AskDesk officers = new AskDesk(base.phrases(), inbox, currentRules.calendars().working());
    Dialogue fresh =
        new Dialogue(
            base, Search.of(current.index()), new Desk(base, currentRules), officers, mostInWindow);
    made.set(new Made(current, currentRules, fresh));
    return fresh;
  }
}
