package vn.ansinh.app.officers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.config.Terminal;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.account.Entered;
import vn.ansinh.officer.account.From;
import vn.ansinh.officer.account.SignIn;
import vn.ansinh.officer.session.Session;

/// The officer for whom a command acts, and how they prove who they are: they sign in for this one
/// command, as at `/console`.
public final class ActingOfficer {
  private static final String STANDARD_INPUT = "-";

  @Option(
      names = "--as",
      required = true,
      paramLabel = "TÊN",
      description = {
        "Tên đăng nhập của cán bộ làm việc này; ghi vào nhật ký.",
        "Lệnh hỏi mật khẩu và, nếu tài khoản có, mã xác thực."
      })
  private String login = "";

  @Option(
      names = "--credentials",
      paramLabel = "TỆP",
      description = {
        "Đọc từ tệp này thay vì hỏi: dòng đầu là mật khẩu, dòng hai là mã xác thực;",
        "- là đầu vào chuẩn. Chỉ để người chạy lệnh đọc được tệp."
      })
  private @Nullable String credentials;

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /// Where secrets come from, one after the other; null when there is none.
  private interface Secrets {
    @Nullable String next(String what);
  }

  /// Signs the officer in, does the work, and signs them out; who does not prove who they are gets
  /// an [OperatorException].
  public int act(SignIn signIn, ToIntFunction<Officer> work) {
    Session session = session(signIn, credentials == null ? typed() : read(credentials));
    try {
      return work.applyAsInt(session.officer());
    } finally {
      signIn.out(session);
    }
  }

  private Session session(SignIn signIn, Secrets secrets) {
    String password = given(secrets, "Mật khẩu của " + login);
    Session session =
        entered(
            signIn,
            signIn.password(login, password, From.COMMAND_LINE),
            "Tên đăng nhập hoặc mật khẩu chưa đúng.");
    if (session.isFull()) {
      return session;
    }
    if (!session.codes()) {
      throw refused("Tài khoản này chưa cài mã xác thực: xin đăng nhập ở trang cán bộ để cài.");
    }
    return entered(
        signIn,
        signIn.code(session, given(secrets, "Mã xác thực"), From.COMMAND_LINE),
        "Mã xác thực chưa đúng hoặc đã dùng rồi; xin chờ mã kế tiếp.");
  }

  private static Session entered(SignIn signIn, Entered entered, String wrong) {
    return switch (entered) {
      case Entered.In in -> signIn.session(in.token()).orElseThrow(() -> refused(wrong));
      case Entered.Wrong _ -> throw refused(wrong);
      case Entered.Wait wait ->
          throw refused("Đã sai nhiều lần. Xin chờ %d phút rồi thử lại.".formatted(wait.minutes()));
      case Entered.Busy _ ->
          throw refused("Đang có nhiều người đăng nhập cùng lúc. Xin thử lại sau ít phút.");
    };
  }

  private static OperatorException refused(String why) {
    return new OperatorException(1, List.of(why));
  }

  private static String given(Secrets secrets, String what) {
    String given = secrets.next(what);
    if (given == null || given.isEmpty()) {
      throw new OperatorException(2, List.of("Thiếu: " + what + "."));
    }
    return given;
  }

  /// At the terminal, without showing what is typed.
  private Secrets typed() {
    if (!Terminal.isThere()) {
      throw new OperatorException(
          2, List.of("Không có màn hình để hỏi mật khẩu; xin dùng --credentials (xem --help)."));
    }
    PrintWriter prompts = Objects.requireNonNull(spec).commandLine().getErr();
    return what -> Terminal.secret(prompts, what);
  }

  private static Secrets read(String source) {
    try (BufferedReader reader =
        source.equals(STANDARD_INPUT)
            ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
            : Files.newBufferedReader(Path.of(source))) {
      Iterator<String> lines = reader.lines().limit(2).toList().iterator();
      return _ -> lines.hasNext() ? lines.next() : null;
    } catch (IOException | UncheckedIOException e) {
      throw new OperatorException(
          2, List.of("Không đọc được tệp " + source + " (phải là chữ, bảng mã UTF-8)."));
    }
  }
}
