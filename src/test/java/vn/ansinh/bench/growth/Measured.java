package vn.ansinh.bench.growth;

import java.util.Map;

/// What one number of citizens came to.
///
/// @param rows of all tables
/// @param diskMegabytes of the database
/// @param startSeconds until the service listens
/// @param chats what was asked
/// @param reminders what fell due
/// @param broadcast what was announced
/// @param repeated announcements that came and that the database does not know
/// @param machine what it took
/// @param most answers a second when nothing but the machine holds them up
/// @param pages seconds of the officers' pages, by what they are
record Measured(
    int citizens,
    long rows,
    long diskMegabytes,
    double startSeconds,
    Chats chats,
    Reminders reminders,
    Broadcast broadcast,
    long repeated,
    Machine machine,
    double most,
    Map<String, Double> pages) {
  /// @param p50 milliseconds until the answer, and so on
  /// @param repeated answers that came twice
  record Chats(
      double askedPerSecond,
      double answeredPerSecond,
      double p50,
      double p95,
      double p99,
      int lost,
      int repeated) {}

  /// @param late that came later than a minute after the tick that could have them
  /// @param median seconds from falling due to arriving
  record Reminders(int due, int sent, long late, double median) {}

  /// @param launchSeconds until it was in the outbox
  /// @param perSecond messages while there were some to send
  /// @param permitted messages a second
  record Broadcast(double launchSeconds, double perSecond, double permitted) {
    double share() {
      return perSecond / permitted;
    }
  }

  /// Of the service and of PostgreSQL.
  ///
  /// @param javaProcessors how many of them it kept busy
  /// @param rowsPerSecond read of all tables
  /// @param readMost which tables they were, for whoever looks for what grows
  record Machine(
      long javaMegabytes,
      long postgresMegabytes,
      double javaProcessors,
      double postgresProcessors,
      double rowsPerSecond,
      String readMost) {}

  /// The same when it is known how fast it can answer.
  Measured with(double answers) {
    return new Measured(
        citizens,
        rows,
        diskMegabytes,
        startSeconds,
        chats,
        reminders,
        broadcast,
        repeated,
        machine,
        answers,
        pages);
  }
}
