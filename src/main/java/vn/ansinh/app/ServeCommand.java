package vn.ansinh.app;

import java.io.PrintWriter;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import sun.misc.Signal;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.Role;
import vn.ansinh.app.ticks.ServiceClock;
import vn.ansinh.app.watch.Logs;

/// Runs the service until it is told to stop.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Chạy dịch vụ: trang web, Telegram, Zalo, gửi tin.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("An Sinh đang khởi động…");
    Config settings = config.read();
    Logs.use(settings.log());
    CountDownLatch told = new CountDownLatch(1);
    // Signals and no shutdown hook: hooks run all at once, and that of the embedded database would
    // take it away while the last deliveries are being settled.
    for (String name : new String[] {"INT", "TERM"}) {
      Signal.handle(new Signal(name), _ -> told.countDown());
    }
    try (Service service =
        Service.start(settings, ServiceClock.of(settings.clock()), out::println)) {
      out.println(ready(settings, service.address()) + " (dừng: Ctrl+C)");
      told.await();
      out.println("Đang dừng…");
    }
    return 0;
  }

  private static String ready(Config config, String address) {
    if (config.does(Role.WEB)) {
      return "An Sinh đã sẵn sàng. Mở trang: " + address;
    }
    return "An Sinh đã sẵn sàng. Máy này chỉ làm: %s; xem %s/health/ready"
        .formatted(Role.words(config.roles()), address);
  }
}
