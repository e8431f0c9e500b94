package vn.ansinh.app.broadcasts;

import java.time.LocalDateTime;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import vn.ansinh.app.officers.ActingOfficer;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.delivery.mailing.Failure;

/// What officers do with broadcasts, at the machine of the service: the same rules and the same log
/// as on their pages.
@Command(
    name = "broadcast",
    mixinStandardHelpOptions = true,
    description = {
      "Thông báo cho nhiều người: soạn, gửi duyệt, duyệt, gửi, theo dõi.",
      "Dịch vụ phải đang chạy. Trừ status, mỗi việc do một cán bộ làm (--as), đăng nhập như ở trang",
      "cán bộ: cùng mật khẩu, cùng mã xác thực (mỗi mã dùng một lần). Mọi việc đều ghi vào nhật ký."
    },
    subcommands = {CreateCommand.class, StatusCommand.class})
public final class BroadcastCommand {
  private static final String NUMBER = "SỐ";

  @Command(name = "submit", mixinStandardHelpOptions = true, description = "Gửi duyệt.")
  int submit(
      @Mixin Asking asking, @Mixin ActingOfficer as, @Parameters(paramLabel = NUMBER) long number) {
    return asking.act(as, (all, officer) -> all.submit(officer, new BroadcastId(number)));
  }

  @Command(
      name = "approve",
      mixinStandardHelpOptions = true,
      description = "Duyệt; người đã viết, sửa hay gửi duyệt thì không duyệt được.")
  int approve(
      @Mixin Asking asking,
      @Mixin ActingOfficer as,
      @Parameters(paramLabel = NUMBER) long number,
      @Option(
              names = "--read",
              required = true,
              paramLabel = "BẢN",
              description = "Bản đã đọc, như «status» ghi; đã có bản mới hơn thì không duyệt.")
          int version) {
    return asking.act(as, (all, officer) -> all.approve(officer, new BroadcastId(number), version));
  }

  @Command(
      name = "start",
      mixinStandardHelpOptions = true,
      description = "Gửi ngay, hoặc hẹn giờ gửi.")
  int start(
      @Mixin Asking asking,
      @Mixin ActingOfficer as,
      @Parameters(paramLabel = NUMBER) long number,
      @Option(
              names = "--at",
              paramLabel = "LÚC",
              description = "Hẹn giờ gửi (giờ Việt Nam), ví dụ 2026-11-28T08:30.")
          @Nullable LocalDateTime at,
      @Option(
              names = "--any-hour",
              paramLabel = "LÝ-DO",
              description = "Gửi cả vào giờ nghỉ và ngày Tết, vì lý do này.")
          @Nullable String anyHourBecause) {
    BroadcastId id = new BroadcastId(number);
    return asking.act(
        as,
        (all, officer) ->
            at == null
                ? all.start(officer, id, anyHourBecause)
                : all.schedule(
                    officer, id, at.atZone(VietnamTime.ZONE).toInstant(), anyHourBecause));
  }

  @Command(
      name = "pause",
      mixinStandardHelpOptions = true,
      description = "Tạm dừng; gửi tiếp được sau.")
  int pause(
      @Mixin Asking asking, @Mixin ActingOfficer as, @Parameters(paramLabel = NUMBER) long number) {
    return asking.act(as, (all, officer) -> all.pause(officer, new BroadcastId(number)));
  }

  @Command(
      name = "resume",
      mixinStandardHelpOptions = true,
      description = "Gửi tiếp sau khi tạm dừng.")
  int resume(
      @Mixin Asking asking, @Mixin ActingOfficer as, @Parameters(paramLabel = NUMBER) long number) {
    return asking.act(as, (all, officer) -> all.resume(officer, new BroadcastId(number)));
  }

  @Command(
      name = "cancel",
      mixinStandardHelpOptions = true,
      description = "Hủy; tin chưa gửi được đánh dấu là không gửi.")
  int cancel(
      @Mixin Asking asking, @Mixin ActingOfficer as, @Parameters(paramLabel = NUMBER) long number) {
    return asking.act(as, (all, officer) -> all.cancel(officer, new BroadcastId(number)));
  }

  @Command(
      name = "retry",
      mixinStandardHelpOptions = true,
      description = "Gửi lại những tin chưa gửi được.")
  int retry(
      @Mixin Asking asking,
      @Mixin ActingOfficer as,
      @Parameters(paramLabel = NUMBER) long number,
      @Option(
              names = "--what",
              split = ",",
              defaultValue = "failed",
              description =
                  "Những tin nào: failed (thử nhiều lần không được), refused (bị từ chối), unknown"
                      + " (không rõ đã đến chưa; có thể đến hai lần). Mặc định:"
                      + " ${DEFAULT-VALUE}.")
          Set<Failure> what) {
    Set<Failure> which = EnumSet.copyOf(what);
    return asking.act(as, (all, officer) -> all.retry(officer, new BroadcastId(number), which));
  }
}
