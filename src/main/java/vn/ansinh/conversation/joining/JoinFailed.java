package vn.ansinh.conversation.joining;

/// Joining broke off in the middle: nothing of its transaction may be committed.
public final class JoinFailed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public JoinFailed(RuntimeException cause) {
    super(cause);
  }
}
