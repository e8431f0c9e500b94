package vn.ansinh.http.call;

/// What was brought cannot be taken for the moment, for a reason that is known and told elsewhere:
/// whoever brings it is to come again.
public final class NotYet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public NotYet(String reason) {
    super(reason, null, false, false);
  }
}
