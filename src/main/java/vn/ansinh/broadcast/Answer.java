package vn.ansinh.broadcast;

import java.util.List;
import vn.ansinh.broadcast.content.Refusal;

/// What an officer is answered.
public sealed interface Answer {
  /// @param broadcast as it stands now
  record Done(Broadcast broadcast) implements Answer {}

  /// Nothing was done.
  ///
  /// @param why at least one
  record Refused(List<Refusal> why) implements Answer {
    static Refused because(Refusal why) {
      return new Refused(List.of(why));
    }
  }
}
