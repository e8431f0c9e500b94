package vn.ansinh.backup;

/// A backup cannot be made or used; the message is one Vietnamese sentence for the person who runs
/// the command.
public final class BackupException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  BackupException(String message) {
    super(message);
  }

  BackupException(String message, Throwable cause) {
    super(message, cause);
  }
}
