package vn.ansinh.app.doctor;

import java.io.File;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.text.Vietnamese;

/// The room where the embedded database is, or where the service runs.
final class DiskCheck {
  private static final long MEGABYTE = 1 << 20;
  private static final long LITTLE = 2_048;
  private static final long TOO_LITTLE = 256;

  private static final String CURE =
      "Xóa bớt tệp không dùng hoặc thêm ổ đĩa; cơ sở dữ liệu dừng khi ổ đĩa đầy.";

  private DiskCheck() {}

  static Line of(Config config) {
    boolean embedded = config.database().url().isEmpty();
    Path place = existing(embedded ? config.database().directory() : config.knowledge());
    // Not by its file store: that wants to find it among the mounts, which not every place shows.
    File seen = place.toFile();
    if (seen.getTotalSpace() == 0) {
      return Line.warning(
          Part.DISK, "Không xem được ổ đĩa của %s.".formatted(place), "Xem quyền của thư mục này.");
    }
    long free = seen.getUsableSpace() / MEGABYTE;
    long percent = 100 * seen.getUsableSpace() / seen.getTotalSpace();
    String megabytes = Vietnamese.number(BigDecimal.valueOf(free));
    return line("%s còn trống %s MB (%d%%).".formatted(place, megabytes, percent), free);
  }

  static Line line(String said, long freeMegabytes) {
    if (freeMegabytes < TOO_LITTLE) {
      return Line.fault(Part.DISK, said, CURE);
    }
    return freeMegabytes < LITTLE ? Line.warning(Part.DISK, said, CURE) : Line.ok(Part.DISK, said);
  }

  /// The folder itself, or what is above it and there already.
  private static Path existing(Path folder) {
    Path place = folder.toAbsolutePath().normalize();
    while (!Files.exists(place) && place.getParent() != null) {
      place = place.getParent();
    }
    return place;
  }
}
