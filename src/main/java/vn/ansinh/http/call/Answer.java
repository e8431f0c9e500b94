package vn.ansinh.http.call;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What became of one call of an API.
public sealed interface Answer<T> {
  record Done<T>(T value) implements Answer<T> {}

  /// The API itself said no.
  ///
  /// @param retryAfter only with code 429, and not always there
  record Rejected<T>(int code, String description, @Nullable Duration retryAfter)
      implements Answer<T> {}

  /// It certainly had no effect: no connection, or a proxy answered in the API's place.
  record NotSent<T>(String reason) implements Answer<T> {}

  /// The request left us and no readable answer came back.
  record Lost<T>(String reason) implements Answer<T> {}

  /// In words for the log; holds neither token nor message text.
  default String problem() {
    return switch (this) {
      case Done<T> _ -> "none";
      case Rejected<T> rejected -> rejected.code() + " " + rejected.description();
      case NotSent<T> notSent -> notSent.reason();
      case Lost<T> lost -> lost.reason();
    };
  }

  /// Of an answer that the API did not write.
  static <T> Answer<T> unreadable(int status) {
    if (status == 429) {
      return new Rejected<>(status, "Too Many Requests", null);
    }
    return status / 100 == 2
        ? new Lost<>("unreadable answer with status " + status)
        : new NotSent<>("a proxy answered with status " + status);
  }
}
