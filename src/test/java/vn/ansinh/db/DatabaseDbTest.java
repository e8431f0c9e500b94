package vn.ansinh.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseDbTest {
  private static final String PATIENCE = "idle_in_transaction_session_timeout";

  private final Vertx vertx = Vertx.vertx();

  @TempDir private Path directory = Path.of("");

  @AfterEach
  void close() {
    vertx.close().await();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String setting(Database database, String name) {
    return database.pool().query("show " + name).execute().await().iterator().next().getString(0);
  }

  private static String settingOfJdbc(Database database, String name) throws SQLException {
    Database.Jdbc jdbc = database.jdbc();
    try (Connection connection =
            DriverManager.getConnection(jdbc.url(), jdbc.user(), jdbc.password());
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("show " + name)) {
      rows.next();
      return rows.getString(1);
    }
  }

  @Test
  void theEmbeddedServerIsDurableLocalAndKeepsItsRows() throws Exception {
    DatabaseSettings settings = new DatabaseSettings("", directory.resolve("pg"), freePort());
    List<String> told = new ArrayList<>();
    try (Database database = Database.open(vertx, settings, told::add)) {
      for (String name : List.of("fsync", "synchronous_commit", "full_page_writes")) {
        assertThat(setting(database, name)).as(name).isEqualTo("on");
      }
      assertThat(setting(database, "listen_addresses")).isEqualTo("127.0.0.1");
      assertThat(setting(database, PATIENCE)).isEqualTo("20s");
      assertThat(settingOfJdbc(database, PATIENCE)).isEqualTo("20s");
      database.pool().query("insert into node values (gen_random_uuid(), now())").execute().await();
    }
    assertThat(told).singleElement().asString().contains("lần đầu");

    try (Database database = Database.open(vertx, settings, told::add)) {
      assertThat(database.pool().query("select * from node").execute().await().size()).isEqualTo(1);
    }
  }

  @Test
  void anEmbeddedServerThatIsKilledIsStartedAgainWithItsRows() throws IOException {
    DatabaseSettings settings = new DatabaseSettings("", directory.resolve("pg"), freePort());
    try (Database database = Database.open(vertx, settings, _ -> {})) {
      database.pool().query("insert into node values (gen_random_uuid(), now())").execute().await();
      String pid = Files.readAllLines(settings.directory().resolve("postmaster.pid")).getFirst();
      ProcessHandle.of(Long.parseLong(pid)).orElseThrow().destroyForcibly();

      Awaitility.await()
          .atMost(Duration.ofSeconds(60))
          .ignoreExceptions()
          .until(() -> database.pool().query("select * from node").execute().await().size() == 1);
      assertThat(setting(database, "fsync")).isEqualTo("on");
    }
    assertThat(settings.directory().resolve("postmaster.pid")).doesNotExist();
  }

  @Test
  void theNumberOfTheNewestMigrationIsThatOfItsFile() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src/main/resources/db/migration"))) {
      int newest =
          files
              .map(file -> file.getFileName().toString())
              .mapToInt(name -> Integer.parseInt(name.substring(1, name.indexOf("__"))))
              .max()
              .orElse(0);
      assertThat(Migrations.NEWEST_NUMBER).isEqualTo(String.valueOf(newest));
    }
  }

  /// Plans are made once, while the tables are still empty, and stay when they have grown.
  @Test
  void aPlanOfAnEmptyTableGoesByItsIndex() {
    try (TestDatabase database = TestDatabase.fresh(vertx)) {
      database.pool().query("analyze conversation").execute().await();
      List<String> plan = new ArrayList<>();
      database
          .pool()
          .query(
              """
              explain update conversation set state = changed.state
              from unnest('{1,2}'::bigint[], '{x,y}'::bytea[]) as changed (citizen_id, state)
              where conversation.citizen_id = changed.citizen_id""")
          .execute()
          .await()
          .forEach(row -> plan.add(row.getString(0)));
      assertThat(plan)
          .anyMatch(line -> line.contains("conversation_pkey"))
          .noneMatch(line -> line.contains("Seq Scan"));
    }
  }

  @Test
  void aSecondUserOfTheDirectoryIsRefusedInPlainWords() throws IOException {
    DatabaseSettings settings = new DatabaseSettings("", directory.resolve("pg"), freePort());
    try (Database _ = Database.open(vertx, settings, _ -> {})) {
      assertThatThrownBy(() -> Database.open(vertx, settings, _ -> {}))
          .isInstanceOf(DatabaseException.class)
          .hasMessageContaining("đang dùng thư mục này");
    }
  }

  @Test
  void anExternalDatabaseIsMigratedAndItsUrlNeverPrinted() {
    try (TestDatabase existing = TestDatabase.fresh(vertx);
        Database database =
            Database.open(vertx, new DatabaseSettings(existing.uri(), directory, 1), _ -> {})) {
      assertThat(database.pool().query("select * from citizen").execute().await().size()).isZero();
    }
    DatabaseSettings wrong =
        new DatabaseSettings("postgresql://u:hidden@127.0.0.1:1/d", directory, 1);
    assertThatThrownBy(() -> Database.open(vertx, wrong, _ -> {}))
        .isInstanceOf(DatabaseException.class)
        .hasMessageNotContaining("hidden");
    assertThat(wrong.toString()).doesNotContain("hidden");
  }
}
