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

  /// The address of the web server is not to be had.
  public static OperatorException cannotListen(Config.Http http) {
    return new OperatorException(
        1,
        List.of(
            ("Không mở được %s:%d: cổng đang có chương trình khác dùng, hoặc địa chỉ không phải của"
                    + " máy này. Đổi http.port hoặc http.host.")
                .formatted(http.host(), http.port())));
  }

  public List<String> lines() {
    return lines;
  }

  public int exitCode() {
    return exitCode;
  }
}
