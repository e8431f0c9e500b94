package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import vn.ansinh.db.TestDatabase;

/// `officer` and `audit` on the command line.
class OfficerCommandTest {
  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);

  @TempDir private Path directory = Path.of("");
  private Path config = Path.of("");

  @BeforeEach
  void configure() throws IOException {
    config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            """
            database:
              url: %s
            console:
              public-url: https://ansinh.example.vn/
            """
                .formatted(database.uri()));
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Ran run(String... words) {
    return Ran.with(config, words);
  }

  @Test
  void officersAreAddedListedResetAndDisabled() {
    Ran added = run("officer", "add", "lan.nguyen", "--name", "Nguyễn Lan", "--role", "approver");
    assertThat(added.code()).isZero();
    assertThat(added.out()).containsPattern("https://ansinh.example.vn/console/link/[\\w-]{43}\n");
    assertThat(run("officer", "list").out())
        .containsPattern("lan.nguyen +người duyệt +chờ đặt mật khẩu +chưa lần nào +Nguyễn Lan");
    assertThat(run("officer", "disable", "lan.nguyen").code()).isZero();
    assertThat(run("officer", "list").out()).containsPattern("lan.nguyen +người duyệt +đã ngừng");
    Ran reset = run("officer", "reset", "lan.nguyen");
    assertThat(reset.out()).contains("/console/link/");
    assertThat(OfficerBrowser.link(reset.out())).isNotEqualTo(OfficerBrowser.link(added.out()));
    assertThat(run("officer", "list").out()).contains("chờ đặt mật khẩu");
    assertThat(run("audit", "verify").out()).contains("nguyên vẹn: 3 dòng");
  }

  @Test
  void aLinkStandsOnStandardOutputAndNowhereElse() {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    root.addAppender(log);
    Level before = root.getLevel();
    root.setLevel(Level.ALL);
    List<Ran> runs;
    try {
      runs =
          List.of(
              run("officer", "add", "lan", "--name", "Lan", "--role", "approver"),
              run("officer", "reset", "lan"));
    } finally {
      root.setLevel(before);
      root.detachAppender(log);
    }
    assertThat(log.list).isNotEmpty();
    String logged =
        String.join("\n", log.list.stream().map(ILoggingEvent::getFormattedMessage).toList());
    for (Ran each : runs) {
      assertThat(each.err()).isEmpty();
      String link = OfficerBrowser.link(each.out());
      assertThat(logged).doesNotContain(link.substring(link.lastIndexOf('/') + 1));
    }
  }

  @Test
  void whatCannotBeIsToldInOneSentence() {
    run("officer", "add", "lan", "--name", "Lan", "--role", "reader");
    assertThat(run("officer", "add", "lan", "--name", "Lan", "--role", "reader"))
        .isEqualTo(new Ran(1, "", "Tên đăng nhập này đã có người dùng.\n"));
    assertThat(run("officer", "add", "Lan", "--name", "Lan", "--role", "reader").err())
        .contains("chữ không dấu");
    assertThat(run("officer", "add", "mai", "--name", " ", "--role", "reader").err())
        .contains("Họ tên");
    assertThat(run("officer", "add", "mai", "--name", "Mai", "--role", "king"))
        .isEqualTo(
            new Ran(2, "", "--role: chọn một trong: reader, writer, approver, administrator\n"));
    assertThat(run("officer", "reset", "nobody").err()).contains("Không có cán bộ nào");
    assertThat(run("audit", "verify", "--noted", "x").code()).isEqualTo(2);
  }

  @Test
  void verifyNamesTheRowsThatAreNotAsTheyWereAndEndsWithOne() {
    for (String login : List.of("an", "binh", "chi", "dung", "giang")) {
      run("officer", "add", login, "--name", login, "--role", "reader");
    }
    Ran whole = run("audit", "verify");
    assertThat(whole.code()).isZero();
    String noted = whole.out().substring(whole.out().indexOf("5:")).strip();
    assertThat(run("audit", "verify", "--noted", noted).code()).isZero();
    database
        .pool()
        .query(
            """
            alter table audit disable trigger user;
            update audit set object = 'officer 9' where number = 2;
            delete from audit where number = 4""")
        .execute()
        .await();
    Ran broken = run("audit", "verify");
    assertThat(broken.code()).isEqualTo(1);
    assertThat(broken.out())
        .contains("dòng 2: bị sửa", "dòng 4: bị mất", "KHÔNG nguyên vẹn: 4 dòng, 2 chỗ sai");
  }
}
