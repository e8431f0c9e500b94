package vn.ansinh.app.backup;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.config.Terminal;
import vn.ansinh.backup.Passphrase;

/// Where the passphrase of a backup comes from: a file, the environment or the terminal; never the
/// command line, which everybody on the machine can read.
final class PassphraseOption {
  private static final String VARIABLE = "ANSINH_BACKUP_PASSPHRASE";

  @Option(
      names = "--passphrase-file",
      paramLabel = "TỆP",
      description = {
        "Tệp có mật khẩu của bản sao lưu ở dòng đầu; chỉ để người chạy lệnh đọc được.",
        "Không có thì lấy ở biến môi trường " + VARIABLE + "."
      })
  private @Nullable Path file;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  private final Map<String, String> environment;

  PassphraseOption() {
    this(System.getenv());
  }

  PassphraseOption(Map<String, String> environment) {
    this.environment = environment;
  }

  /// From the file or the environment; empty when neither has one.
  Optional<Passphrase> given() {
    String text = file == null ? environment.getOrDefault(VARIABLE, "") : firstLine(file);
    return text.isEmpty() ? Optional.empty() : Optional.of(new Passphrase(text));
  }

  /// Asks at the terminal.
  Passphrase typed() {
    return new Passphrase(ask("Mật khẩu của bản sao lưu"));
  }

  /// Asks twice, for whoever mistypes it will not open the backup.
  Passphrase chosen() {
    String text = ask("Mật khẩu của bản sao lưu");
    if (!text.equals(ask("Gõ lại mật khẩu ấy"))) {
      throw new OperatorException(2, List.of("Hai lần gõ không giống nhau."));
    }
    return new Passphrase(text);
  }

  private String ask(String what) {
    if (!Terminal.isThere()) {
      throw new OperatorException(
          2,
          List.of(
              "Không có màn hình để hỏi mật khẩu; xin dùng --passphrase-file hoặc "
                  + VARIABLE
                  + "."));
    }
    String text = Terminal.secret(Objects.requireNonNull(spec).commandLine().getErr(), what);
    if (text == null || text.isEmpty()) {
      throw new OperatorException(2, List.of("Thiếu mật khẩu."));
    }
    return text;
  }

  private static String firstLine(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file)) {
      String line = reader.readLine();
      if (line != null && !line.isEmpty()) {
        return line;
      }
    } catch (IOException e) {
      throw new OperatorException(
          2, List.of("Không đọc được tệp %s (phải là chữ, bảng mã UTF-8).".formatted(file)));
    }
    throw new OperatorException(2, List.of("Tệp %s không có mật khẩu ở dòng đầu.".formatted(file)));
  }
}
