package vn.ansinh.app.data;

import io.vertx.sqlclient.Pool;
import vn.ansinh.db.Database;
import vn.ansinh.vault.Vault;

/// The database, and what opens the sealed data in it.
public record Held(Database database, Vault vault) {
  public Pool pool() {
    return database.pool();
  }
}
