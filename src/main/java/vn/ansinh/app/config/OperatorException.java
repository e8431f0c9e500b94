package vn.ansinh.app.config;

import java.util.List;

/// Something that the person who started the program must mend; told in plain lines, without a
/// stack trace.
public final class OperatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;
  private final int exitCode;

  public OperatorException(int exitCode, List<String> lines) {
    super(String.join("; ", lines));
    this.exitCode = exitCode;
    this.lines = lines;
  }

  public List<String> lines() {
    return lines;
  }

  public int exitCode() {
    return exitCode;
  }
}
