package vn.ansinh.app.backup;

import io.vertx.core.Vertx;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.backup.BackupException;
import vn.ansinh.backup.Header;
import vn.ansinh.backup.Passphrase;
import vn.ansinh.backup.Restore;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.Database;
import vn.ansinh.db.DatabaseException;
import vn.ansinh.text.Vietnamese;

/// Fills an empty database from a file of [BackupCommand].
@Command(
    name = "restore",
    mixinStandardHelpOptions = true,
    description = {
      "Phục hồi bản sao lưu vào một cơ sở dữ liệu trống (mới, hoặc dịch vụ mới chạy lần đầu), khi"
          + " dịch vụ đã dừng.",
      "Được tất cả hoặc không gì cả: bị ngắt giữa chừng thì chạy lại. Những gì đến sau lúc sao lưu"
          + " không còn; tin đã gửi sau lúc ấy có thể gửi lại."
    })
public final class RestoreCommand implements Callable<Integer> {
  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("HH:mm 'ngày' dd/MM/uuuu");

  @Mixin private ConfigOption config = new ConfigOption();
  @Mixin private PassphraseOption passphrase = new PassphraseOption();

  @Spec private @Nullable CommandSpec spec;

  @Parameters(paramLabel = "TỆP", description = "Bản sao lưu.")
  private Path file = Path.of("");

  @Override
  public Integer call() {
    Config settings = config.read();
    PrintWriter out = Objects.requireNonNull(spec).commandLine().getOut();
    Header header = restored(settings, out);
    out.printf(
        "Đã phục hồi %s dòng của %d bảng, như lúc %s. Khởi động dịch vụ là dùng được.%n",
        Vietnamese.number(BigDecimal.valueOf(header.rows())),
        header.tables(),
        MOMENT.format(header.made().atZone(VietnamTime.ZONE)));
    out.flush();
    return 0;
  }

  private Header restored(Config settings, PrintWriter out) {
    Vertx vertx = Vertx.vertx();
    try {
      Passphrase given =
          Restore.isEncrypted(file) ? passphrase.given().orElseGet(passphrase::typed) : null;
      // A bad file is found out before a database is made for it.
      Restore restore = Restore.of(file, given);
      try (Database database = Database.attachOrMake(vertx, settings.database(), out::println)) {
        restore.into(database);
        return restore.header();
      }
    } catch (DatabaseException | BackupException e) {
      throw new OperatorException(1, List.of(String.valueOf(e.getMessage())));
    } finally {
      vertx.close().await();
    }
  }
}
