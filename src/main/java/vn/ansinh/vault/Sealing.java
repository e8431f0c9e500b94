package vn.ansinh.vault;

import io.vertx.sqlclient.Pool;

/// What is done every night, so that a new key is in use everywhere and an old one can go.
public final class Sealing {
  private final Keys keys;
  private final Vault vault;
  private final Resealing resealing;

  public Sealing(Pool pool, Keys keys, Vault vault) {
    this.keys = keys;
    this.vault = vault;
    this.resealing = new Resealing(pool, vault);
  }

  /// Takes over the keys of the file and seals by the present one what another has sealed. Blocks
  /// until it is done: not for an event loop.
  ///
  /// @return how many rows
  public int reseal() {
    keys.refresh(vault);
    return resealing.reseal();
  }
}
