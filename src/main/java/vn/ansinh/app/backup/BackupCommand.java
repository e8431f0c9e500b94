package vn.ansinh.app.backup;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.ticks.JobRuns;
import vn.ansinh.backup.Backup;
import vn.ansinh.backup.BackupException;
import vn.ansinh.backup.Header;
import vn.ansinh.backup.Passphrase;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;
import vn.ansinh.text.Vietnamese;

/// Saves the database in one file.
@Command(
    name = "backup",
    mixinStandardHelpOptions = true,
    description = {
      "Sao lưu cơ sở dữ liệu vào một tệp nén, dịch vụ đang chạy hay không cũng được; đọc lại cả tệp"
          + " rồi mới báo xong.",
      "Kho kiến thức và tệp cấu hình không nằm trong đó: sao lưu riêng."
    })
public final class BackupCommand implements Callable<Integer> {
  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      paramLabel = "TỆP",
      description = {
        "Tệp mới; hoặc một thư mục đã có: khi ấy tệp mang tên theo ngày giờ, ví dụ "
            + Shelf.EXAMPLE
            + "."
      })
  private Path place = Path.of("");

  @Option(
      names = "--keep",
      paramLabel = "SỐ",
      description = "Chỉ giữ bấy nhiêu bản mới nhất trong thư mục (0: giữ hết).")
  private int keep;

  @Option(names = "--encrypt", description = "Mã hóa bằng một mật khẩu gõ ở màn hình.")
  private boolean encrypt;

  @Override
  public Integer call() {
    Config settings = config.read();
    Clock clock = Clock.system(VietnamTime.ZONE);
    Passphrase chosen = chosen();
    Shelf shelf = Files.isDirectory(place) ? new Shelf(place) : null;
    Path file = shelf == null ? place : shelf.next(clock);
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Header header = save(settings, clock, file, chosen, out);
    out.printf(
        "Đã sao lưu %s dòng của %d bảng vào %s (%s KB%s), đọc lại thấy nguyên vẹn.%n",
        number(header.rows()),
        header.tables(),
        file,
        number(kilobytes(file)),
        chosen == null ? "" : ", đã mã hóa");
    if (chosen == null) {
      out.println(
          "Tệp không mã hóa, ai có tệp đều đọc được: giữ ở nơi chỉ người có trách nhiệm mở được.");
    }
    if (shelf != null && keep > 0) {
      shelf.keep(keep).forEach(old -> out.println("Đã xóa bản cũ " + old));
    }
    out.flush();
    return 0;
  }

  private @Nullable Passphrase chosen() {
    Optional<Passphrase> given = passphrase.given();
    if (given.isEmpty() && !encrypt) {
      return null;
    }
    Passphrase chosen = given.orElseGet(passphrase::chosen);
    if (chosen.isWeak()) {
      throw new OperatorException(2, List.of("Mật khẩu của bản sao lưu cần ít nhất 12 ký tự."));
    }
    return chosen;
  }

  private static Header save(
      Config settings, Clock clock, Path file, @Nullable Passphrase chosen, PrintWriter out) {
    Vertx vertx = Vertx.vertx();
    try (Database database = Database.attach(vertx, settings.database(), out::println)) {
      Header header = new Backup(database, clock).write(file, chosen);
      JobRuns.wentWell(database.pool(), JobRuns.BACKUP);
      return header;
    } catch (DatabaseException | BackupException e) {
      throw new OperatorException(1, List.of(String.valueOf(e.getMessage())));
    } finally {
      vertx.close().await();
    }
  }

  private static long kilobytes(Path file) {
    try {
      return (Files.size(file) + 1023) / 1024;
    } catch (IOException e) {
      throw new OperatorException(1, List.of("Không đọc được tệp %s.".formatted(file)));
    }
  }

  private static String number(long value) {
    return Vietnamese.number(BigDecimal.valueOf(value));
  }
}
