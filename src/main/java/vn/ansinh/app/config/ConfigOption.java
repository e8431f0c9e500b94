package vn.ansinh.app.config;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/// Where the configuration is read from, the same for every command.
public final class ConfigOption {
  @Option(
      names = "--config",
      paramLabel = "TỆP",
      description = "Tệp cấu hình (mặc định: ${DEFAULT-VALUE}).")
  private Path file = Path.of("config", "ansinh.yaml");

  /// The configuration; every fault at once ends the program with 2.
  public Config read() {
    return ConfigReader.read(file, System.getenv());
  }
}
