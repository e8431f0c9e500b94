package vn.ansinh.app.doctor;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.Role;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.telegram.TelegramCheckup;
import vn.ansinh.zalo.ZaloCheckup;

/// All parts, one after the other.
final class Checkup {
  private Checkup() {}

  /// Blocks for some seconds when a messenger or the database does not answer.
  static List<Line> of(Config config) {
    Clock clock = Clock.system(VietnamTime.ZONE);
    Vertx vertx = Vertx.vertx();
    try (TelegramCheckup telegram = new TelegramCheckup(vertx, config.telegram());
        ZaloCheckup zalo = new ZaloCheckup(vertx, config.zalo())) {
      List<Line> lines = new ArrayList<>();
      lines.add(configuration(config));
      DatabaseCheck database = DatabaseCheck.of(vertx, config.database(), clock);
      lines.addAll(database.lines());
      lines.add(ClockCheck.of(database.ahead(), telegram, config.telegram(), clock));
      lines.addAll(TelegramCheck.of(config.telegram(), telegram, clock));
      lines.addAll(ZaloCheck.of(config.zalo(), zalo));
      lines.add(DiskCheck.of(config));
      lines.add(KnowledgeCheck.of(config.knowledge(), clock));
      return lines;
    } finally {
      vertx.close().await();
    }
  }

  private static Line configuration(Config config) {
    return config.clock().isOrdinary()
        ? Line.ok(Part.CONFIGURATION, "Đọc được, không có lỗi" + roles(config) + ".")
        : Line.warning(
            Part.CONFIGURATION,
            "Dịch vụ chạy theo giờ diễn tập (clock.start, clock.speed).",
            "Diễn tập xong thì bỏ hai khóa này.");
  }

  private static String roles(Config config) {
    return config.roles().equals(Role.ALL)
        ? ""
        : "; máy này chỉ làm: " + Role.words(config.roles());
  }
}
