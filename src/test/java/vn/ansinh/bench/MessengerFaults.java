package vn.ansinh.bench;

import java.util.concurrent.TimeUnit;
import vn.ansinh.telegram.Fault;

/// What Telegram does to messages for a while.
final class MessengerFaults {
  private static final int SECONDS = 20;
  private static final int BAD_GATEWAY = 502;

  private MessengerFaults() {}

  /// As if everybody had blocked the bot: nobody is answered, and everybody is marked.
  static FaultRow blocked() throws Exception {
    return trial("Telegram answers 403", Fault.blocked());
  }

  static FaultRow refused() throws Exception {
    return trial("Telegram answers 400", Fault.error(400, "Bad Request: message text is wrong"));
  }

  static FaultRow failing() throws Exception {
    return trial("Telegram answers 500", Fault.error(500, "Internal Server Error"));
  }

  static FaultRow html() throws Exception {
    return trial("Telegram answers a page of HTML", Fault.proxyPage(BAD_GATEWAY));
  }

  /// Takes messages and is silent.
  static FaultRow hanging() throws Exception {
    return trial("Telegram hangs", new Fault.Hangs());
  }

  /// Takes messages and closes the connection.
  static FaultRow dropping() throws Exception {
    return trial("Telegram drops its answers", new Fault.Closes());
  }

  private static FaultRow trial(String name, Fault fault) throws Exception {
    try (FaultTrial trial = new FaultTrial()) {
      trial.service("webhook");
      return trial.run(
          name + " for " + SECONDS + " s",
          SECONDS,
          () -> {
            trial.load.fail(fault);
            TimeUnit.SECONDS.sleep(SECONDS);
            trial.load.fail(null);
          });
    }
  }
}
