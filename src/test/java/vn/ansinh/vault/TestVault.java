package vn.ansinh.vault;

import java.nio.file.Path;

/// A vault without a database, with keys of its own.
public final class TestVault {
  private TestVault() {}

  public static Vault fresh() {
    return new Vault(new KeyFile(Path.of("no-file-of-keys")), Keyring.fresh());
  }
}
