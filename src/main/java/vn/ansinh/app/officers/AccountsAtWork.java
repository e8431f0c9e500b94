package vn.ansinh.app.officers;

import io.vertx.core.Future;
import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.ticks.RunningDatabase;
import vn.ansinh.app.ticks.ServiceClock;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.account.Accounts;
import vn.ansinh.officer.account.Accounts.Result;
import vn.ansinh.officer.session.Sessions;

/// The accounts of the running service, for one command.
final class AccountsAtWork {
  private AccountsAtWork() {}

  static <T> T ask(Config config, Function<Accounts, Future<T>> question) {
    Clock clock = ServiceClock.of(config.clock());
    return RunningDatabase.ask(
        config,
        pool ->
            question.apply(
                new Accounts(
                    pool, new Sessions(config.console().times()), new Audit(clock), clock)));
  }

  /// Says what became of an act; ends with 1 when it was refused.
  static int tell(Config config, Result result, PrintWriter out) {
    switch (result) {
      case Result.Linked linked -> {
        out.printf(
            "Liên kết cho %s (%s), dùng một lần trong 24 giờ để đặt mật khẩu:%n  %s%n",
            linked.officer().login(),
            OfficerWords.role(linked.officer().role()),
            OfficerWords.link(config.site(), linked.link()));
      }
      case Result.Done(var officer) -> out.printf("Đã ngừng tài khoản %s.%n", officer.login());
      case Result.Refused(var reason) ->
          throw new OperatorException(1, List.of(OfficerWords.reason(reason)));
    }
    out.flush();
    return 0;
  }
}
