package vn.ansinh.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import vn.ansinh.officer.OfficerId;

/// A case as officers see it: nothing that says who asks.
///
/// @param holder who has it, or answered last; null for nobody
/// @param holderName as colleagues know them; empty for nobody
/// @param version one higher with everything said or done
/// @param promised until when an answer was promised; null while none is owed
/// @param late whether an answer is overdue, or nobody has looked for a day of work
/// @param question the first that was asked
/// @param reach how the citizen can be told
public record Case(
    long number,
    CaseState state,
    @Nullable OfficerId holder,
    String holderName,
    int version,
    Instant opened,
    @Nullable Instant promised,
    boolean late,
    String question,
    Reach reach) {

  /// How the citizen can be told.
  ///
  /// @param channel its name
  /// @param lost whether the channel says that they cannot be reached any more
  /// @param code by which the citizen's chat names itself at the moment; empty for none
  public record Reach(String channel, boolean lost, String code) {}

  public boolean isHeldBy(OfficerId officer) {
    return officer.equals(holder);
  }
}
