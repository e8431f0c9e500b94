package vn.ansinh.app.ticks;

import java.io.PrintWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.reminder.store.Missed;
import vn.ansinh.reminder.store.ReminderReport;

/// Counts and lists what was not sent, and what may have been sent twice.
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Đếm và kể những lời nhắc không gửi được, vì sao, và những tin không rõ đã đến hay chưa.",
      "Chỉ có số và ngày, không có tên hay nội dung. Đọc từ dịch vụ đang chạy."
    })
public final class ReportCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--days",
      paramLabel = "SỐ-NGÀY",
      description = "Xem bấy nhiêu ngày gần đây (mặc định: ${DEFAULT-VALUE}).")
  private int days = 30;

  @Option(
      names = "--most",
      paramLabel = "SỐ-DÒNG",
      description = "Kể nhiều nhất bấy nhiêu dòng mỗi loại (mặc định: ${DEFAULT-VALUE}).")
  private int most = 1_000;

  @Override
  public Integer call() {
    Config settings = config.read();
    Clock clock = ServiceClock.of(settings.clock());
    Instant since = clock.instant().minus(Duration.ofDays(days));
    ReminderReport report =
        RunningDatabase.ask(settings, pool -> ReminderReport.read(pool, since, most));
    print(report, Objects.requireNonNull(spec).commandLine().getOut());
    return 0;
  }

  private static void print(ReminderReport report, PrintWriter out) {
    out.printf("Đã chuyển đi gửi: %d%n", report.queued());
    for (Missed reason : Missed.values()) {
      out.printf("Không gửi, %s: %d%n", words(reason), report.missed().getOrDefault(reason, 0L));
    }
    out.printf("Không rõ đã đến hay chưa: %d%n", report.doubtful());
    for (ReminderReport.Lost lost : report.lost()) {
      out.printf(
          "không gửi  lời nhắc %d  cho ngày %s  %s  %s  %s%n",
          lost.reminder().value(), lost.due(), lost.lead(), words(lost.why()), local(lost.at()));
    }
    for (ReminderReport.Doubt doubt : report.doubts()) {
      out.printf(
          "không rõ  tin %d  %s  mất câu trả lời %d lần  %s%n",
          doubt.delivery(), doubt.state(), doubt.unknowns(), local(doubt.queuedAt()));
    }
    out.flush();
  }

  private static String words(Missed reason) {
    return switch (reason) {
      case PAST -> "ngày đã qua";
      case SUPERSEDED -> "đã có tin sau thay";
      case UNREACHABLE -> "không liên lạc được";
      case STOPPED -> "người dân không muốn nhận";
      case CHANNEL -> "kênh này không nhắn trước được";
    };
  }

  private static OffsetDateTime local(Instant moment) {
    return moment.atZone(VietnamTime.ZONE).toOffsetDateTime();
  }
}
