package vn.ansinh.inbox;

import java.time.Instant;

/// One thing said in a case.
///
/// @param officer who said it, by name; empty for the citizen
/// @param answered what the service had answered to the citizen's question; empty for nothing
/// @param added what the citizen added to the question; empty for nothing
/// @param delivery what became of the officer's answer: the state of its delivery, empty when it is
///     not known any more
public record Entry(
    String officer, String body, String answered, String added, Instant at, String delivery) {
  public boolean isCitizens() {
    return officer.isEmpty();
  }
}
