package vn.ansinh.app.broadcasts;

import java.io.PrintWriter;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.ansinh.app.config.Config;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.app.data.DataKeys;
import vn.ansinh.app.knowledge.KnowledgeCommand;
import vn.ansinh.app.officers.ActingOfficer;
import vn.ansinh.app.officers.Office;
import vn.ansinh.app.ticks.RunningDatabase;
import vn.ansinh.app.ticks.ServiceClock;
import vn.ansinh.broadcast.Answer;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.Broadcasts;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.Officer;
import vn.ansinh.vault.Vault;

/// What every command about broadcasts has: where the configuration is, who acts, and how it is
/// answered.
final class Asking {
  @Mixin private ConfigOption config = new ConfigOption();

  @Spec(Spec.Target.MIXEE)
  private @Nullable CommandSpec spec;

  /// Runs something on the database of the service, and gives what it returns.
  <T> T with(Function<Broadcasting, T> work) {
    return with((broadcasting, _) -> work.apply(broadcasting));
  }

  private <T> T with(BiFunction<Broadcasting, Office, T> work) {
    Config settings = config.read();
    KnowledgeBase base = KnowledgeCommand.base(settings);
    Clock clock = ServiceClock.of(settings.clock());
    return RunningDatabase.with(
        settings,
        (vertx, pool) -> {
          Vault vault = DataKeys.of(settings, pool, clock);
          try (Office office = new Office(vertx, pool, settings.console(), vault, clock)) {
            return work.apply(new Broadcasting(pool, () -> base, settings, vault, clock), office);
          }
        });
  }

  /// Lets an officer who proves who they are do something, and prints what came of it.
  ///
  /// @return 0 when it was done, 1 when it was refused
  int act(ActingOfficer as, BiFunction<Broadcasts, Officer, Answer> work) {
    return with(
        (broadcasting, office) ->
            as.act(
                office.signIn(),
                officer -> told(broadcasting, work.apply(broadcasting.broadcasts(), officer))));
  }

  private int told(Broadcasting broadcasting, Answer answer) {
    return switch (answer) {
      case Answer.Done(Broadcast broadcast) -> {
        out()
            .printf(
                "Thông báo %d, bản %d: %s.%n",
                broadcast.id().value(),
                broadcast.version(),
                broadcasting.refusals().words(broadcast.state().words(), Map.of()));
        out().flush();
        yield 0;
      }
      case Answer.Refused(List<Refusal> why) -> {
        PrintWriter err = line().getErr();
        why.forEach(each -> err.println(each.sentence()));
        err.flush();
        yield 1;
      }
    };
  }

  PrintWriter out() {
    return line().getOut();
  }

  private picocli.CommandLine line() {
    return Objects.requireNonNull(spec).commandLine();
  }
}
