package vn.ansinh.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/// The processes of the embedded PostgreSQL, as Linux counts what they use.
public final class PostgresProcess {
  private static final int TICKS_PER_SECOND = 100;

  /// Of `/proc/…/stat` after the name, which may hold spaces.
  private static final int FIRST_OF_CPU = 11;

  private final ProcessHandle postmaster;

  private PostgresProcess(ProcessHandle postmaster) {
    this.postmaster = postmaster;
  }

  /// @param data its data directory; the server runs
  public static PostgresProcess of(Path data) throws IOException {
    long pid =
        Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).getFirst().strip());
    return new PostgresProcess(ProcessHandle.of(pid).orElseThrow());
  }

  /// Spent so far; unlike the time of the clock it does not depend on who else uses the machine.
  public Duration cpu() throws IOException {
    // With its children that have ended, and those that live.
    long ticks = ticks(postmaster, 4);
    for (ProcessHandle child : postmaster.children().toList()) {
      ticks += ticks(child, 2);
    }
    return Duration.ofMillis(ticks * 1_000 / TICKS_PER_SECOND);
  }

  /// Resident memory in megabytes, what several of them share counted once.
  public long residentMegabytes() throws IOException {
    long kilobytes = 0;
    for (ProcessHandle each :
        Stream.concat(Stream.of(postmaster), postmaster.children()).toList()) {
      kilobytes +=
          lines(each, "smaps_rollup").stream()
              .filter(line -> line.startsWith("Pss:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .sum();
    }
    return kilobytes / 1024;
  }

  private static long ticks(ProcessHandle process, int fields) throws IOException {
    return lines(process, "stat").stream()
        .map(line -> line.substring(line.lastIndexOf(')') + 2).split(" "))
        .flatMap(parts -> Stream.of(parts).skip(FIRST_OF_CPU).limit(fields))
        .mapToLong(Long::parseLong)
        .sum();
  }

  /// None when it has ended.
  private static List<String> lines(ProcessHandle process, String file) throws IOException {
    try {
      return Files.readAllLines(Path.of("/proc/" + process.pid() + "/" + file));
    } catch (NoSuchFileException _) {
      return List.of();
    }
  }
}
