package vn.ansinh.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Row;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.vault.Column;

/// The register says of every column of the database what it is, and of nothing that there is not.
class RegisterDbTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final List<String> COLUMNS = columns();
  private static final Register REGISTER = Register.read();

  @AfterAll
  static void close() {
    VERTX.close().await();
  }

  /// `reminder.wish` …
  private static List<String> columns() {
    List<String> columns = new ArrayList<>();
    try (TestDatabase database = TestDatabase.fresh(VERTX)) {
      for (Row row :
          database
              .pool()
              .query(
                  """
                  select c.table_name, c.column_name
                  from information_schema.columns c join information_schema.tables t
                    using (table_schema, table_name)
                  where table_schema = 'public' and t.table_type = 'BASE TABLE'""")
              .execute()
              .await()) {
        columns.add(row.getString(0) + "." + row.getString(1));
      }
    }
    return columns;
  }

  private static Config config() {
    ConfigOption option = new ConfigOption();
    CommandLine.Model.CommandSpec spec = CommandLine.Model.CommandSpec.create();
    spec.addMixin("config", CommandLine.Model.CommandSpec.forAnnotatedObject(option));
    new CommandLine(spec).parseArgs("--config", Path.of("config", "ansinh.yaml").toString());
    return option.read();
  }

  @Test
  void everyColumnOfTheDatabaseIsInIt() {
    assertThat(COLUMNS).hasSizeGreaterThan(200);
    assertThat(COLUMNS)
        .filteredOn(column -> REGISTER.of(column.split("\\.")[0], column.split("\\.")[1]).isEmpty())
        .isEmpty();
  }

  @Test
  void itNamesNothingThatThereIsNot() {
    List<String> named =
        REGISTER.tables().stream()
            .filter(table -> !table.others().contains("all"))
            .flatMap(
                table ->
                    Stream.concat(table.personal().keySet().stream(), table.others().stream())
                        .map(column -> table.name() + "." + column))
            .toList();
    assertThat(named).doesNotHaveDuplicates();
    assertThat(COLUMNS).containsAll(named);
  }

  @Test
  void whatIsSealedIsPersonal() {
    for (Column column : Column.values()) {
      String[] place = column.place().split("\\.");
      assertThat(REGISTER.of(place[0], place[1]).orElseThrow().personal()).containsKey(place[1]);
    }
  }

  @Test
  void thePageTellsThePeriodsOfTheConfigurationAndWhatIsSealed() {
    String page = RegisterReport.of(REGISTER, config());
    assertThat(page)
        .contains(
            "Giữ bao lâu: 180 ngày, hoặc đến khi người dân xóa (/xoadulieu).",
            "Giữ bao lâu: 365 ngày sau khi kết thúc",
            "Giữ bao lâu: 2 ngày.",
            "Giữ bao lâu: 1 ngày, hoặc")
        .containsPattern("\\| `wish` \\| [^|]+ \\| có \\|")
        .containsPattern("\\| `body` \\| [^|]+ \\| không \\|");
  }
}
