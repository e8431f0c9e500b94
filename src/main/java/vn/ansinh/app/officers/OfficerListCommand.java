package vn.ansinh.app.officers;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.officer.account.Account;
import vn.ansinh.officer.account.Accounts;

/// Lists the officers.
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "Kể mọi cán bộ: vai trò, tình trạng, đăng nhập lần cuối.")
final class OfficerListCommand implements Callable<Integer> {
  private static final String ROW = "%-24s  %-11s  %-19s  %-16s  %s%n";
  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd/MM/uuuu HH:mm");

  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    List<Account> all = AccountsAtWork.ask(config.read(), Accounts::all);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.printf(ROW, "Tên đăng nhập", "Vai trò", "Tình trạng", "Lần cuối", "Họ tên");
    all.forEach(
        each ->
            out.printf(
                ROW,
                each.officer().login(),
                OfficerWords.role(each.officer().role()),
                OfficerWords.state(each),
                words(each.signedIn()),
                each.officer().name()));
    out.flush();
    return 0;
  }

  private static String words(@Nullable Instant moment) {
    return moment == null ? "chưa lần nào" : MOMENT.format(moment.atZone(VietnamTime.ZONE));
  }
}
