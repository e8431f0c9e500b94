package vn.ansinh.broadcast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StateTest {
  private static Set<State> from(Act act) {
    Set<State> from = EnumSet.noneOf(State.class);
    for (State state : State.values()) {
      if (state.after(act).isPresent()) {
        from.add(state);
      }
    }
    return from;
  }

  @Test
  void theWayOfABroadcast() {
    State state = State.DRAFT;
    for (Act act :
        List.of(
            Act.SUBMIT, Act.APPROVE, Act.SCHEDULE, Act.START, Act.PAUSE, Act.RESUME, Act.FINISH)) {
      state = state.after(act).orElseThrow();
    }
    assertThat(state).isEqualTo(State.DONE);
  }

  @Test
  void anEditVoidsWhateverWasFoundRight() {
    assertThat(from(Act.EDIT))
        .containsExactly(State.DRAFT, State.SUBMITTED, State.APPROVED, State.SCHEDULED);
    assertThat(from(Act.EDIT))
        .allMatch(state -> state.after(Act.EDIT).orElseThrow() == State.DRAFT);
  }

  @Test
  void whatIsCancelledOrDoneIsOver() {
    for (Act act : Act.values()) {
      assertThat(State.CANCELLED.after(act)).isEmpty();
      if (act != Act.RETRY) {
        assertThat(State.DONE.after(act)).isEmpty();
      }
    }
  }

  @Test
  void aRetryDoesNotResumeWhatWasPaused() {
    assertThat(State.PAUSED.after(Act.RETRY)).contains(State.PAUSED);
    assertThat(State.DONE.after(Act.RETRY)).contains(State.RUNNING);
  }

  /// Whatever is done in whatever order: nothing runs that was not approved after its last edit.
  @Test
  void nothingRunsWithoutAnApprovalAfterItsLastEdit() {
    Random random = new Random(5);
    Act[] acts = Act.values();
    int ran = 0;
    for (int i = 0; i < 20_000; i++) {
      State state = State.DRAFT;
      boolean approved = false;
      for (int j = 0; j < 15; j++) {
        Act act = acts[random.nextInt(acts.length)];
        State next = state.after(act).orElse(null);
        if (next == null) {
          continue;
        }
        approved = act == Act.APPROVE || (approved && act != Act.EDIT);
        state = next;
        if (state == State.RUNNING) {
          ran++;
          assertThat(approved).isTrue();
        }
      }
    }
    assertThat(ran).isGreaterThan(100);
  }
}
