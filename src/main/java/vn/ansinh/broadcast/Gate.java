package vn.ansinh.broadcast;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.officer.Officer;
import vn.ansinh.text.Saying;

/// What bars an act, in words.
record Gate(Refusals refusals) {
  Answer refused(Saying.Broadcast what) {
    return Answer.Refused.because(refusals.of(what));
  }

  Answer refused(Saying.Broadcast what, Instant moment) {
    return Answer.Refused.because(refusals.of(what, Refusals.values(moment)));
  }

  Answer changed(int version) {
    Map<String, String> values = Map.of("version", String.valueOf(version));
    return Answer.Refused.because(refusals.of(Saying.Broadcast.CHANGED, values));
  }

  /// An officer may not do it at all.
  Optional<Answer> role(Officer officer, Act act) {
    if (officer.role().allows(act.role())) {
      return Optional.empty();
    }
    Saying.Broadcast role =
        switch (act.role()) {
          case READER -> Saying.Broadcast.ROLE_READER;
          case WRITER -> Saying.Broadcast.ROLE_WRITER;
          case APPROVER -> Saying.Broadcast.ROLE_APPROVER;
          case ADMINISTRATOR -> Saying.Broadcast.ROLE_ADMINISTRATOR;
        };
    Map<String, String> values = Map.of("act", words(act.words()), "role", words(role));
    return Optional.of(Answer.Refused.because(refusals.of(Saying.Broadcast.ROLE, values)));
  }

  /// It cannot be done where the broadcast stands, or there is none.
  Optional<Answer> state(BroadcastId id, Optional<Broadcast> before, Act act) {
    if (before.isEmpty()) {
      Map<String, String> values = Map.of("id", String.valueOf(id.value()));
      return Optional.of(Answer.Refused.because(refusals.of(Saying.Broadcast.NOT_FOUND, values)));
    }
    State state = before.get().state();
    if (state.after(act).isPresent()) {
      return Optional.empty();
    }
    Map<String, String> values = Map.of("act", words(act.words()), "state", words(state.words()));
    return Optional.of(Answer.Refused.because(refusals.of(Saying.Broadcast.WRONG_STATE, values)));
  }

  private String words(Saying.Broadcast what) {
    return refusals.words(what, Map.of());
  }
}
