package vn.ansinh.db;

/// The database cannot be used; the message is one Vietnamese sentence for the person who started
/// the service.
public final class DatabaseException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  DatabaseException(String message, Throwable cause) {
    super(message, cause);
  }
}
