package vn.ansinh.app.data;

import io.vertx.core.json.JsonObject;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.ticks.RunningDatabase;
import vn.ansinh.app.ticks.ServiceClock;
import vn.ansinh.db.Database;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.vault.Keys;
import vn.ansinh.vault.Resealing;
import vn.ansinh.vault.Vault;
import vn.ansinh.vault.VaultException;

/// Opens the sealed data of a database with the keys that the configuration names.
public final class DataKeys {
  private static final Logger LOG = LoggerFactory.getLogger(DataKeys.class);

  private DataKeys() {}

  /// The database, and what opens the sealed data in it.
  public record Held(Database database, Vault vault) {
    public Pool pool() {
      return database.pool();
    }
  }

  /// For the service: makes the first key of an embedded database, and seals what was kept before
  /// there were keys.
  ///
  /// @param progress told in plain words what takes long
  /// @throws VaultException when the keys are not those of the database
  public static Vault open(Config config, Pool pool, Clock clock, Consumer<String> progress) {
    Vault vault = keys(config, pool, clock).open(config.database().url().isEmpty());
    Resealing resealing = new Resealing(pool, vault);
    if (resealing.isUnsealed()) {
      progress.accept("Đang mã hóa dữ liệu cá nhân đã có, chỉ một lần này…");
      LOG.info("{} rows with personal data were sealed", resealing.sealFirst());
    }
    return vault;
  }

  /// For a command beside the running service.
  public static Vault of(Config config, Pool pool, Clock clock) {
    try {
      return keys(config, pool, clock).open(false);
    } catch (VaultException e) {
      throw fault(e);
    }
  }

  /// What the keys of the running service say; a fault ends the program.
  static <T> T at(ConfigOption option, Function<Keys, T> work) {
    return at(option, (keys, _) -> work.apply(keys));
  }

  /// The same for what is written into the log of everything that was done.
  static <T> T at(ConfigOption option, BiFunction<Keys, Auditing, T> work) {
    Config config = option.read();
    Clock clock = ServiceClock.of(config.clock());
    Audit audit = new Audit(clock);
    try {
      return RunningDatabase.with(
          config,
          pool ->
              work.apply(
                  keys(config, pool, clock),
                  act ->
                      (connection, key) ->
                          audit
                              .record(
                                  connection,
                                  new Actor.CommandLine(),
                                  act,
                                  "key " + key,
                                  new JsonObject())
                              .await()));
    } catch (VaultException e) {
      throw fault(e);
    }
  }

  /// Writes what was done with a key.
  interface Auditing {
    Keys.Witness of(String act);
  }

  private static Keys keys(Config config, Pool pool, Clock clock) {
    return new Keys(pool, config.keyFile(), clock);
  }

  static OperatorException fault(VaultException e) {
    return new OperatorException(2, List.of(String.valueOf(e.getMessage())));
  }
}
