package vn.ansinh.app.config;

import java.io.Console;
import java.io.PrintWriter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The terminal of whoever runs a command.
public final class Terminal {
  private Terminal() {}

  public static boolean isThere() {
    Console console = System.console();
    return console != null && console.isTerminal();
  }

  /// Asks for something that is not shown while it is typed; null when nothing was. The terminal
  /// must be there.
  public static @Nullable String secret(PrintWriter prompts, String what) {
    prompts.print(what + ": ");
    prompts.flush();
    char[] typed = Objects.requireNonNull(System.console()).readPassword();
    return typed == null ? null : legible(new String(typed));
  }

  /// In a POSIX locale Java reads the terminal as ASCII and loses every Vietnamese letter.
  private static String legible(String typed) {
    if (typed.indexOf('\uFFFD') >= 0) {
      throw new OperatorException(
          2,
          List.of(
              "Màn hình này không nhận chữ có dấu: chạy lại với LC_ALL=C.UTF-8, hoặc đưa bằng"
                  + " tệp (xem --help)."));
    }
    return typed;
  }
}
