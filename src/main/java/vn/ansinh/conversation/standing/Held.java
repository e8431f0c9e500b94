package vn.ansinh.conversation.standing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.Profile;
import vn.ansinh.inbox.store.Cases;
import vn.ansinh.reminder.ReminderId;
import vn.ansinh.reminder.Wish;

/// What is held of a citizen, as far as reminders go.
///
/// @param standing oldest first
/// @param consent the last one given; null when there is none
/// @param stopped whether the citizen wants no messages
/// @param feed the calendar that can be subscribed to
/// @param profile for announcements
/// @param cases what was asked of the officers, oldest first
/// @param joined the citizen's other chat; null for a citizen with one
public record Held(
    List<Standing> standing,
    @Nullable Consent consent,
    boolean stopped,
    Feed feed,
    Profiled profile,
    List<Cases.Kept> cases,
    @Nullable Joined joined) {
  /// So many reminders of one citizen are kept.
  public static final int MOST = 20;

  public static final Held NOTHING =
      new Held(List.of(), null, false, new Feed(false, ""), Profiled.NOTHING, List.of(), null);

  public Held {
    standing = List.copyOf(standing);
    cases = List.copyOf(cases);
  }

  /// Another chat of the same citizen.
  ///
  /// @param other the channel as people read it
  /// @param made the reminders that were made there
  public record Joined(String other, Where chosen, Set<ReminderId> made) {
    public Joined {
      made = Set.copyOf(made);
    }
  }

  /// Where messages go that were not asked for.
  public enum Where {
    HERE,
    OTHER,
    /// Each reminder to the chat in which it was made.
    MADE
  }

  /// One standing reminder.
  public record Standing(ReminderId id, Wish wish) {}

  /// @param version of the text that was agreed to
  public record Consent(String version, Instant at) {}

  /// @param isOpen whether there is one
  /// @param fresh a secret that nobody knows yet, for a new one: chance comes from outside too
  public record Feed(boolean isOpen, String fresh) {}

  /// @param consent the last one given for it; null when there is none
  public record Profiled(Profile profile, @Nullable Consent consent) {
    public static final Profiled NOTHING = new Profiled(Profile.NOTHING, null);
  }

  public Optional<Wish> wish(@Nullable ReminderId id) {
    return standing.stream().filter(each -> each.id.equals(id)).map(Standing::wish).findFirst();
  }

  public boolean has(Wish wish) {
    return standing.stream().anyMatch(each -> each.wish.equals(wish));
  }

  public boolean hasAgreedTo(String version) {
    return consent != null && consent.version.equals(version);
  }

  /// The same after the citizen agreed.
  public Held agreed(String version, Instant now) {
    return new Held(standing, new Consent(version, now), stopped, feed, profile, cases, joined);
  }
}
