package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.officer.Role;

/// The commands about broadcasts, beside a running service: the approvers an and binh give them.
final class BroadcastCommands implements AutoCloseable {
  private final RunningService service;
  private final Path directory;
  private final Vertx vertx = Vertx.vertx();
  private final CommandOfficers officers = new CommandOfficers();
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  /// On the clock of the commands, an hour before the service's noon. Each comes half a minute
  /// after the last, when telephones show another code.
  private Instant now = Instant.parse("2026-11-23T04:00:00Z");

  /// @param directory for files of its own
  BroadcastCommands(RunningService service, Path directory) {
    this.service = service;
    this.directory = directory;
    for (String login : List.of("an", "binh")) {
      officers.add(vertx, service.database, now, login, Role.APPROVER);
    }
  }

  /// @return the exit code
  int run(String... words) throws IOException {
    now = now.plusSeconds(30);
    Path config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            """
            database:
              url: "%s"
            data:
              key-file: "%s"
            clock:
              start: "%s"
            zalo:
              writes-first: true
            """
                .formatted(service.database.uri(), TestDatabase.keyFile(), now));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    List<String> all = new ArrayList<>(List.of("broadcast"));
    all.addAll(List.of(words));
    all.addAll(List.of("--config", config.toString()));
    int as = all.indexOf("--as");
    if (as >= 0) {
      Path credentials = officers.right(directory, all.get(as + 1), now);
      all.addAll(List.of("--credentials", credentials.toString()));
    }
    return Main.run(
        new PrintWriter(out, true), new PrintWriter(err, true), all.toArray(String[]::new));
  }

  void done(String... words) throws IOException {
    assertThat(run(words)).as(err.toString()).isZero();
  }

  /// @param more options of what is written
  void approved(String... more) throws IOException {
    List<String> create =
        new ArrayList<>(
            List.of("create", "--as", "an", "--title", "Lịch", "--text", "Trả <b>ngày 5</b>."));
    create.addAll(List.of(more));
    done(create.toArray(String[]::new));
    done("submit", "1", "--as", "an");
    done("approve", "1", "--as", "binh", "--read", "1");
  }

  /// What the last command said.
  String out() {
    return out.toString();
  }

  /// What was wrong with the last command.
  String err() {
    return err.toString();
  }

  @Override
  public void close() {
    vertx.close().await();
  }
}
