package vn.ansinh.bench.growth;

import io.vertx.sqlclient.Pool;
import java.io.IOException;
import java.time.Duration;
import vn.ansinh.bench.PostgresProcess;

/// What a town has used of the machine since it started.
///
/// @param nanos by the monotonic clock, when this was looked at
record Usage(Duration java, Duration postgres, Reads reads, long nanos) {
  static Usage of(Town town, Pool pool) throws IOException {
    return new Usage(
        town.service().cpu(),
        PostgresProcess.of(town.data()).cpu(),
        Reads.of(pool),
        System.nanoTime());
  }

  /// From an earlier look until this one.
  Measured.Machine since(Usage before, Town town) throws IOException {
    double seconds = (nanos - before.nanos) / 1e9;
    Reads read = reads.minus(before.reads);
    return new Measured.Machine(
        town.service().residentMegabytes(),
        PostgresProcess.of(town.data()).residentMegabytes(),
        java.minus(before.java).toMillis() / 1e3 / seconds,
        postgres.minus(before.postgres).toMillis() / 1e3 / seconds,
        read.all() / seconds,
        read.most());
  }
}
