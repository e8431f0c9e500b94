package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.officer.Role;

/// Commands that act for an officer, by who is that officer and by who is not.
class ActingOfficerTest {
  private static final String WRONG = "Tên đăng nhập hoặc mật khẩu chưa đúng.\n";
  private static final String WRONG_CODE =
      "Mã xác thực chưa đúng hoặc đã dùng rồi; xin chờ mã kế tiếp.\n";
  private static final String RIGHT = CommandOfficers.PASSWORD;

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final CommandOfficers officers = new CommandOfficers();
  private Instant now = Instant.parse("2026-11-23T04:00:00Z");

  @TempDir private Path directory = Path.of("");

  @BeforeEach
  void addPeople() {
    sql("insert into citizen (channel, address, created_at) values ('telegram', '5', now())");
    officers.add(vertx, database, now, "an", Role.WRITER);
    officers.add(vertx, database, now, "binh", Role.APPROVER);
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Ran run(List<String> words) throws IOException {
    Path config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            "database:\n  url: %s\ndata:\n  key-file: %s\nclock:\n  start: \"%s\"\n"
                .formatted(database.uri(), TestDatabase.keyFile(), now));
    List<String> all = new ArrayList<>(List.of("broadcast"));
    all.addAll(words);
    return Ran.with(config, all.toArray(String[]::new));
  }

  /// @param lines of the file that proves who they are
  private Ran as(String login, List<String> lines, String... words) throws IOException {
    Path file = Files.write(directory.resolve("credentials"), lines);
    List<String> all = new ArrayList<>(List.of(words));
    all.addAll(List.of("--as", login, "--credentials", file.toString()));
    return run(all);
  }

  private Ran create(String login, String... lines) throws IOException {
    return as(login, List.of(lines), "create", "--title=Lịch", "--text=Mai.", "--to=everyone");
  }

  private void sql(String sql) {
    database.pool().query(sql).execute().await();
  }

  private long count(String sql) {
    return database.pool().query(sql).execute().await().iterator().next().getLong(0);
  }

  private List<String> acts() {
    List<String> acts = new ArrayList<>();
    database
        .pool()
        .query("select act from audit where act !~ '^officer' order by number")
        .execute()
        .await()
        .forEach(row -> acts.add(row.getString(0)));
    return acts;
  }

  private int fail(int times, String login, String... lines) throws IOException {
    int refused = 0;
    for (int i = 0; i < times; i++) {
      refused += create(login, lines).code();
    }
    return refused;
  }

  @Test
  void whoProvesWhoTheyAreActsAndIsSignedOutAgain() throws Exception {
    sql("delete from officer_session; delete from officer_device");
    int before = acts().size();
    assertThat(create("an", RIGHT)).isEqualTo(new Ran(0, "Thông báo 1, bản 1: đang soạn.\n", ""));
    assertThat(as("an", List.of(RIGHT), "submit", "1").code()).isZero();
    Ran approved =
        as("binh", List.of(RIGHT, officers.code("binh", now)), "approve", "1", "--read=1");
    assertThat(approved.code()).as(approved.err()).isZero();
    assertThat(acts().subList(before, acts().size()))
        .containsExactly(
            "session.begin",
            "broadcast.create",
            "session.end",
            "session.begin",
            "broadcast.submit",
            "session.end",
            "session.begin",
            "broadcast.approve",
            "session.end");
    assertThat(count("select count(*) from officer_session where stage = 'full'")).isZero();
    assertThat(count("select count(*) from officer_device")).isZero();
  }

  @Test
  void nobodyActsForAnOfficerWithoutTheirPassword() throws Exception {
    sql("update officer set disabled_at = now() where login = 'binh'");
    assertThat(create("an", "mật khẩu của ai đó")).isEqualTo(new Ran(1, "", WRONG));
    assertThat(create("nobody", RIGHT)).isEqualTo(new Ran(1, "", WRONG));
    assertThat(create("binh", RIGHT, officers.code("binh", now))).isEqualTo(new Ran(1, "", WRONG));
    assertThat(count("select count(*) from broadcast")).isZero();
    assertThat(count("select count(*) from audit where act = 'session.refused'")).isEqualTo(3);
  }

  @Test
  void aCodeIsAskedForAndWorksOnce() throws Exception {
    String code = officers.code("binh", now);
    String other = officers.code("binh", now.plusSeconds(600));
    assertThat(create("binh", RIGHT, other)).isEqualTo(new Ran(1, "", WRONG_CODE));
    assertThat(create("binh", RIGHT)).isEqualTo(new Ran(2, "", "Thiếu: Mã xác thực.\n"));
    assertThat(create("binh", RIGHT, code).code()).isZero();
    assertThat(create("binh", RIGHT, code)).isEqualTo(new Ran(1, "", WRONG_CODE));
    now = now.plusSeconds(30);
    assertThat(create("binh", RIGHT, officers.code("binh", now)).code()).isZero();
    assertThat(count("select count(*) from audit where act = 'session.code-refused'")).isEqualTo(2);
    assertThat(count("select count(*) from broadcast")).isEqualTo(2);
  }

  @Test
  void whoGuessesWaitsAsOnTheConsole() throws Exception {
    assertThat(fail(5, "an", "đoán mò")).isEqualTo(5);
    Ran waits = new Ran(1, "", "Đã sai nhiều lần. Xin chờ 1 phút rồi thử lại.\n");
    assertThat(create("an", RIGHT)).isEqualTo(waits);
    assertThat(fail(5, "binh", RIGHT, "000000")).isEqualTo(5);
    assertThat(create("binh", RIGHT, officers.code("binh", now))).isEqualTo(waits);
    now = now.plusSeconds(31);
    assertThat(create("an", RIGHT).code()).isZero();
    assertThat(create("binh", RIGHT, officers.code("binh", now)).code()).isZero();
  }

  @Test
  void theirRoleMustAllowIt() throws Exception {
    officers.add(vertx, database, now, "chi", Role.READER);
    officers.add(vertx, database, now, "dung", Role.WRITER);
    Ran read = create("chi", RIGHT);
    assertThat(read.code()).isEqualTo(1);
    assertThat(read.err()).isEqualTo("Muốn soạn thông báo cần quyền viết.\n");
    create("an", RIGHT);
    as("an", List.of(RIGHT), "submit", "1");
    Ran written = as("dung", List.of(RIGHT), "approve", "1", "--read=1");
    assertThat(written.code()).isEqualTo(1);
    assertThat(written.err()).hasLineCount(1).contains("cần quyền duyệt");
    assertThat(count("select count(*) from broadcast where state = 'submitted'")).isEqualTo(1);
  }

  @Test
  void whoWasRaisedToApproverNeedsATelephoneFirst() throws Exception {
    sql("update officer set role = 'approver' where login = 'an'");
    assertThat(create("an", RIGHT, "000000"))
        .isEqualTo(
            new Ran(
                1,
                "",
                "Tài khoản này chưa cài mã xác thực: xin đăng nhập ở trang cán bộ để cài.\n"));
    assertThat(count("select count(*) from broadcast")).isZero();
  }

  @Test
  void secretsComeFromAFileOrStandardInputWhereThereIsNoTerminal() throws Exception {
    List<String> create =
        List.of("create", "--as=an", "--title=Lịch", "--text=Mai.", "--to=everyone");
    Ran without = run(create);
    assertThat(without.code()).isEqualTo(2);
    assertThat(without.err()).hasLineCount(1).contains("--credentials");
    List<String> piped = new ArrayList<>(create);
    piped.add("--credentials=-");
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream((RIGHT + "\n").getBytes(StandardCharsets.UTF_8)));
    try {
      assertThat(run(piped).code()).isZero();
    } finally {
      System.setIn(before);
    }
    List<String> missing = new ArrayList<>(create);
    missing.add("--credentials=" + directory.resolve("missing"));
    assertThat(run(missing).code()).isEqualTo(2);
    assertThat(create("an").code()).isEqualTo(2);
  }

  @Test
  void whoOnlyReadsIsNotAsked() throws Exception {
    create("an", RIGHT);
    assertThat(run(List.of("status", "1", "--json")).code()).isZero();
  }
}
