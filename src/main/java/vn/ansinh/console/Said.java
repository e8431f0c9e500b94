package vn.ansinh.console;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a page says once about what has just been done; the words stand in `console/said.jte`.
public enum Said {
  SIGNED_OUT,
  SIGNED_OUT_EVERYWHERE,
  EXPIRED,
  LINK_USED,
  PASSWORD_CHANGED,
  CODES_SET,
  ROLE_CHANGED,
  OFFICER_DISABLED,
  BROADCAST_SAVED,
  BROADCAST_SUBMITTED,
  BROADCAST_APPROVED,
  BROADCAST_SCHEDULED,
  BROADCAST_STARTED,
  BROADCAST_PAUSED,
  BROADCAST_RESUMED,
  BROADCAST_CANCELLED,
  BROADCAST_RETRIED,
  BROADCAST_TESTED,
  TEMPLATE_SAVED,
  TEMPLATE_REMOVED,
  QUESTIONS_SETTLED,
  CASE_CLAIMED,
  CASE_RELEASED,
  CASE_ANSWERED,
  CASE_CLOSED,
  ANSWER_WRITTEN,
  ANSWER_DONE,
  DATES_PROPOSED,
  DATES_PUBLISHED,
  DATES_WITHDRAWN;

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Optional<Said> of(@Nullable String word) {
    for (Said said : values()) {
      if (said.word().equals(word)) {
        return Optional.of(said);
      }
    }
    return Optional.empty();
  }
}
