package vn.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// What is done to processes from outside.
final class Signals {
  private Signals() {}

  /// @param signal `KILL`, `STOP`, `CONT` …
  static void send(String signal, ProcessHandle process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-" + signal, String.valueOf(process.pid())).start().waitFor();
  }

  static void send(String signal, List<ProcessHandle> processes)
      throws IOException, InterruptedException {
    for (ProcessHandle process : processes) {
      send(signal, process);
    }
  }

  /// The server of a database directory and its children, itself first.
  static List<ProcessHandle> tree(Path database) throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(database.resolve("postmaster.pid")).getFirst().strip());
    ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
    List<ProcessHandle> all = new ArrayList<>(List.of(server));
    server.descendants().forEach(all::add);
    return all;
  }
}
