package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.telegram.FakeUpdates;

/// `backup` while the service runs, and `restore` before it starts again.
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BackupFlowTest {
  private static final long LAN = 4711;

  private final RunningService service = RunningService.polling();

  @TempDir private Path directory = Path.of("");
  private Path config = Path.of("");
  private Path passphrase = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            "database:\n  url: %s\n".formatted(service.database.uri()));
    passphrase =
        Files.writeString(directory.resolve("passphrase"), "mật khẩu thử rất dài\nghi chú\n");
  }

  @AfterEach
  void close() {
    service.close();
  }

  private Ran run(String... words) {
    return Ran.with(config, words);
  }

  private String answer(int message, String question) {
    int before = service.telegram.calls("sendMessage").size();
    service.telegram.push(FakeUpdates.text(LAN, message, question));
    return service.telegram.await("sendMessage", before + 1).await().getLast().text();
  }

  private void lose() {
    service
        .database
        .pool()
        .query("drop schema public cascade; create schema public")
        .execute()
        .await();
  }

  @Test
  void aRestoredServiceGoesOnWithTheConversation() throws IOException {
    answer(10, "tien gia bao nhieu");
    service.awaitCount("select count(*) from delivery where state = 'sent'", 1);
    service.awaitJobs();
    Path shelf = Files.createDirectory(directory.resolve("shelf"));

    Ran saved = run("backup", shelf.toString(), "--passphrase-file=" + passphrase, "--keep=1");

    assertThat(saved.err()).isEmpty();
    assertThat(saved.code()).isZero();
    assertThat(saved.out()).contains("đã mã hóa", "nguyên vẹn").doesNotContain("ai có tệp");
    Path file = shelf.resolve(names(shelf).getFirst());
    String followUp = answer(11, "can giay to gi");
    assertThat(followUp).contains("tờ khai");

    // A new machine: the service has run on it once, and made its tables.
    service.restart(this::lose);
    service.awaitJobs();
    Ran early = run("restore", file.toString(), "--passphrase-file=" + passphrase);
    assertThat(early.code()).isEqualTo(1);
    assertThat(early.err()).contains("Dịch vụ đang chạy");
    service.restart(
        () -> {
          Ran restored = run("restore", file.toString(), "--passphrase-file=" + passphrase);
          assertThat(restored.err()).isEmpty();
          assertThat(restored.out()).contains("Đã phục hồi");
        });

    assertThat(answer(12, "can giay to gi")).isEqualTo(followUp);
    assertThat(service.count("select count(*) from delivery where attempts > 1")).isZero();
  }

  @Test
  void onlyTheNewestAreKept() throws IOException {
    for (String name :
        List.of("ansinh-20251128T023000.backup", "ansinh-20251129T023000.backup", "notes.txt")) {
      Files.writeString(directory.resolve(name), "");
    }

    Ran saved = run("backup", directory.toString(), "--keep=2");

    assertThat(saved.out()).contains("ai có tệp đều đọc được", "Đã xóa bản cũ");
    assertThat(names(directory))
        .contains("notes.txt", "ansinh-20251129T023000.backup")
        .doesNotContain("ansinh-20251128T023000.backup")
        .anyMatch(name -> name.startsWith("ansinh-2026"));
  }

  @Test
  void aWeakOrMissingPassphraseIsRefused() throws IOException {
    Path weak = Files.writeString(directory.resolve("weak"), "ngắn\n");
    Path file = directory.resolve("a.backup");

    assertThat(run("backup", file.toString(), "--passphrase-file=" + weak).err())
        .contains("ít nhất 12 ký tự");
    assertThat(run("backup", file.toString(), "--encrypt").err()).contains("Không có màn hình");
    assertThat(run("backup", file.toString(), "--passphrase-file=" + directory).code())
        .isEqualTo(2);
    assertThat(file).doesNotExist();
    assertThat(run("restore", file.toString()).err()).contains("Không đọc được tệp");
  }

  @Test
  void theEmbeddedDatabaseIsSavedAndFilledWhileNoServiceRuns() throws IOException {
    Path file = directory.resolve("a.backup");
    assertThat(run("backup", file.toString()).code()).isZero();
    Path other = directory.resolve("pg");
    Files.writeString(
        config, "database:\n  directory: %s\n  port: %d\n".formatted(other, freePort()));

    assertThat(run("backup", directory.resolve("b.backup").toString()).err())
        .contains("Không có cơ sở dữ liệu nào");
    assertThat(other).doesNotExist();
    assertThat(run("restore", file.toString()).out()).contains("Đã phục hồi");
    assertThat(run("restore", file.toString()).err()).isEmpty();
    assertThat(run("backup", directory.resolve("b.backup").toString()).out())
        .contains("nguyên vẹn");
  }

  private static List<String> names(Path directory) {
    return List.of(Objects.requireNonNull(directory.toFile().list()));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
