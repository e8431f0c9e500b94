package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.db.TestDatabase;

class KeysCommandTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);

  @TempDir private Path directory = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    configure("data:\n  key-file: " + directory.resolve("keys.json") + "\n");
  }

  private void configure(String more) throws IOException {
    config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            "database:\n  url: %s\n".formatted(database.uri()) + more);
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Ran run(String... words) {
    return Ran.with(config, words);
  }

  private static String found(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    assertThat(matcher.find()).as(text).isTrue();
    return matcher.group(1);
  }

  @Test
  void aKeyIsMadeOnceExchangedAndRemoved() {
    assertThat(run("keys", "rotate").err()).contains("keys create");
    assertThat(run("keys", "create").code()).isZero();
    Ran again = run("keys", "create");
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("không ghi đè");
    String fresh = found("Đã thêm khóa (\\d+)", run("keys", "rotate").out());
    String listed = run("keys", "list").out();
    assertThat(listed).containsPattern(fresh + " .* 0 dòng  đang mã hóa\n");
    String old = found("(?m)^(\\d+) .* dòng$", listed);
    Ran refused = run("keys", "retire", fresh);
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("đang dùng để mã hóa");
    assertThat(run("keys", "retire", old).code()).isZero();
    assertThat(run("keys", "list").out()).contains(fresh).doesNotContain(old);
    assertThat(run("audit", "verify").out()).contains("nguyên vẹn: 2 dòng");
    assertThat(run("keys", "retire", old).err()).contains("Không có khóa " + old);
  }

  @Test
  void withADatabaseOfOnesOwnTheFileHasToBeNamed() throws IOException {
    configure("");
    Ran refused = run("keys", "list");
    assertThat(refused.code()).isEqualTo(2);
    assertThat(refused.err()).contains("data.key-file", "keys create");
  }

  @Test
  void theServiceDoesNotStartWithoutTheKeysOfItsDatabase() {
    database.vault();
    assertThat(refused()).contains("Không có tệp khóa", "không tự làm khóa mới");
    run("keys", "create");
    assertThat(refused()).contains("không phải tệp khóa của cơ sở dữ liệu này");
  }

  /// What a start says that ends as other faults of the configuration do.
  private String refused() {
    ConfigOption option = new ConfigOption();
    new CommandLine(
            CommandLine.Model.CommandSpec.create()
                .addMixin("config", CommandLine.Model.CommandSpec.forAnnotatedObject(option)))
        .parseArgs("--config=" + config);
    OperatorException fault =
        catchThrowableOfType(
            OperatorException.class,
            () -> Service.start(option.read(), RunningService.NOON, _ -> {}));
    assertThat(fault.exitCode()).isEqualTo(2);
    return String.join(" ", fault.lines());
  }
}
