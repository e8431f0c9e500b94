package vn.ansinh.app.config;

/// What the log looks like.
///
/// @param level of what the service itself says; with `DEBUG` the way of each message is told
public record LogSettings(Format format, Depth level) {
  public static final LogSettings DEFAULT = new LogSettings(Format.TEXT, Depth.INFO);

  /// For people, or one JSON object a line for programs.
  public enum Format {
    TEXT,
    JSON
  }

  public enum Depth {
    INFO,
    DEBUG
  }
}
