package vn.ansinh.app;

import java.util.List;

/// Something that the person who started the program must mend; told in plain lines, without a stack trace.
final class OperatorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final transient List<String> lines;
  private final int exitCode;

  OperatorException(int exitCode, List<String> lines) {
    super(String.join("; ", lines));
    this.exitCode = exitCode;
    this.lines = lines;
  }

  List<String> lines() {
    return lines;
  }

  int exitCode() {
    return exitCode;
  }
}
