package vn.ansinh.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import vn.ansinh.app.backup.BackupCommand;
import vn.ansinh.app.backup.RestoreCommand;
import vn.ansinh.app.broadcasts.BroadcastCommand;
import vn.ansinh.app.calendar.CalendarCommand;
import vn.ansinh.app.config.OperatorException;
import vn.ansinh.app.data.DataCommand;
import vn.ansinh.app.data.KeysCommand;
import vn.ansinh.app.doctor.DoctorCommand;
import vn.ansinh.app.knowledge.KnowledgeCommand;
import vn.ansinh.app.officers.AuditCommand;
import vn.ansinh.app.officers.OfficerCommand;
import vn.ansinh.app.reminders.RemindersCommand;

/// The program: `java -jar ansinh.jar COMMAND`.
@Command(
    name = "ansinh",
    description = "Hỏi đáp chính sách an sinh của phường.",
    mixinStandardHelpOptions = true,
    version = "An Sinh 0.1.0")
public final class Main {
  private static final List<Class<?>> COMMANDS =
      List.of(
          ServeCommand.class,
          AskCommand.class,
          EvaluateCommand.class,
          KnowledgeCommand.class,
          RemindersCommand.class,
          BroadcastCommand.class,
          CalendarCommand.class,
          OfficerCommand.class,
          AuditCommand.class,
          DoctorCommand.class,
          BackupCommand.class,
          RestoreCommand.class,
          KeysCommand.class,
          DataCommand.class);

  /// Held so that the level set on it is not lost to the garbage collector.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  public static void main(String[] args) {
    LUCENE.setLevel(Level.SEVERE);
    System.exit(
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            asTyped(args)));
  }

  /// Does what the command line says, writing to the given places.
  ///
  /// @return the exit code; a fault of the configuration ends with 2
  static int run(PrintWriter out, PrintWriter err, String... args) {
    return commandLine(args)
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (failure, line, _) -> {
              if (failure instanceof OperatorException told) {
                told.lines().forEach(line.getErr()::println);
                return told.exitCode();
              }
              throw failure;
            })
        .execute(args);
  }

  /// Knows the one command that is asked for, or else, to name or complete them, all: reading how
  /// each is described takes as long as starting a small program.
  private static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    List<Class<?>> asked = COMMANDS.stream().filter(each -> isAsked(each, args)).toList();
    (asked.isEmpty() ? COMMANDS : asked).forEach(line::addSubcommand);
    if (asked.isEmpty()) {
      line.addSubcommand(AutoComplete.GenerateCompletion.class);
    }
    return line;
  }

  private static boolean isAsked(Class<?> command, String... args) {
    Command described = command.getAnnotation(Command.class);
    return args.length > 0 && described != null && described.name().equals(args[0]);
  }

  /// In a POSIX locale Java reads arguments as ASCII and loses every Vietnamese letter; the kernel
  /// still has the bytes.
  private static String[] asTyped(String[] args) {
    Path kernel = Path.of("/proc/self/cmdline");
    if (Arrays.stream(args).noneMatch(arg -> arg.indexOf('\uFFFD') >= 0)
        || !Files.isReadable(kernel)) {
      return args;
    }
    try {
      String[] all = Files.readString(kernel, StandardCharsets.UTF_8).split("\0", -1);
      // The last one is followed by a NUL too.
      return Arrays.copyOfRange(all, all.length - 1 - args.length, all.length - 1);
    } catch (IOException e) {
      return args;
    }
  }
}
