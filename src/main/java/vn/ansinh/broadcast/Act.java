package vn.ansinh.broadcast;

import java.util.Locale;
import vn.ansinh.officer.Role;
import vn.ansinh.text.Saying.Broadcast;

/// What can be done with a broadcast.
enum Act {
  CREATE(Role.WRITER, Broadcast.ACT_CREATE),
  EDIT(Role.WRITER, Broadcast.ACT_EDIT),
  SUBMIT(Role.WRITER, Broadcast.ACT_SUBMIT),
  APPROVE(Role.APPROVER, Broadcast.ACT_APPROVE),
  SCHEDULE(Role.WRITER, Broadcast.ACT_SCHEDULE),
  START(Role.WRITER, Broadcast.ACT_START),
  PAUSE(Role.WRITER, Broadcast.ACT_PAUSE),
  RESUME(Role.WRITER, Broadcast.ACT_RESUME),
  CANCEL(Role.WRITER, Broadcast.ACT_CANCEL),
  RETRY(Role.WRITER, Broadcast.ACT_RETRY),
  /// By the service itself, when nothing is left to be sent.
  FINISH(Role.ADMINISTRATOR, Broadcast.ACT_FINISH);

  private final Role role;
  private final Broadcast words;

  Act(Role role, Broadcast words) {
    this.role = role;
    this.words = words;
  }

  /// What an officer must be for it.
  Role role() {
    return role;
  }

  Broadcast words() {
    return words;
  }

  /// As the audit log names it: `broadcast.approve`.
  String key() {
    return "broadcast." + name().toLowerCase(Locale.ROOT);
  }
}
