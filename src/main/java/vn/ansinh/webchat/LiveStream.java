package vn.ansinh.webchat;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongFunction;
import vn.ansinh.conversation.intake.History;

/// The server-sent events of one open page. Told that there is news, it reads from the history what
/// it has not sent yet: live and missed replies take the same way, in order and once.
final class LiveStream {
  /// Below the server's idle time-out, and below that of usual proxies.
  private static final long HEARTBEAT_MILLIS = 20_000;

  private final Context loop;
  private final HttpServerResponse response;
  private final LongFunction<Future<List<History.Line>>> newer;
  private final Function<History.Line, String> fragment;
  private long last;
  private boolean reading;
  private boolean readAgain;

  /// @param loop the event loop of the response
  /// @param newer replies with a greater number
  /// @param fragment a reply as HTML
  /// @param last number of the last reply that the page already shows
  LiveStream(
      Context loop,
      HttpServerResponse response,
      LongFunction<Future<List<History.Line>>> newer,
      Function<History.Line, String> fragment,
      long last) {
    this.loop = loop;
    this.response = response;
    this.newer = newer;
    this.fragment = fragment;
    this.last = last;
  }

  /// Begins with what was missed. On the event loop.
  void begin() {
    response
        .setChunked(true)
        .putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8")
        // A compressed stream would hold replies back until there are enough of them.
        .putHeader(HttpHeaders.CONTENT_ENCODING, "identity");
    write("retry: 2000\n\n");
    read();
    beat();
  }

  void news() {
    loop.runOnContext(_ -> read());
  }

  void end() {
    loop.runOnContext(
        _ -> {
          if (!isOver()) {
            response.end();
          }
        });
  }

  private void beat() {
    if (!isOver()) {
      write(": \n\n");
      loop.owner().setTimer(HEARTBEAT_MILLIS, _ -> beat());
    }
  }

  private void read() {
    if (isOver()) {
      return;
    }
    readAgain = reading;
    if (!reading) {
      reading = true;
      newer.apply(last).onComplete(this::send);
    }
  }

  private void send(AsyncResult<List<History.Line>> lines) {
    reading = false;
    if (isOver()) {
      return;
    }
    if (lines.failed() || response.writeQueueFull()) {
      // The page comes back and says what it has.
      response.end();
      return;
    }
    for (History.Line line : lines.result()) {
      last = line.id();
      write(
          "id: "
              + last
              + "\ndata: "
              + fragment.apply(line).strip().replace("\n", "\ndata: ")
              + "\n\n");
    }
    if (readAgain) {
      read();
    }
  }

  private boolean isOver() {
    return response.ended() || response.closed();
  }

  private void write(String event) {
    if (!isOver()) {
      response.write(event);
    }
  }
}
