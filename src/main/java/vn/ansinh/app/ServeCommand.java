package vn.ansinh.app;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.calendar.VietnamTime;

/// Runs the service until it is told to stop.
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Chạy dịch vụ: trang web, Telegram, gửi tin.")
final class ServeCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    out.println("An Sinh đang khởi động…");
    Service service = Service.start(config.read(), Clock.system(VietnamTime.ZONE), out::println);
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  service.close();
                  stopped.countDown();
                },
                "stop"));
    out.println("An Sinh đã sẵn sàng. Mở trang: " + service.address() + " (dừng: Ctrl+C)");
    stopped.await();
    return 0;
  }
}
