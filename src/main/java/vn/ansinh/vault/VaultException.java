package vn.ansinh.vault;

/// The keys are missing, are not those of this database, or may not go; the message is one
/// Vietnamese sentence for the person who runs the service.
public final class VaultException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  VaultException(String message) {
    super(message);
  }

  VaultException(String message, Throwable cause) {
    super(message, cause);
  }
}
