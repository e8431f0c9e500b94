package vn.ansinh.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import vn.ansinh.app.config.ConfigOption;
import vn.ansinh.conversation.intake.Library;
import vn.ansinh.knowledge.file.Fixture;

class KnowledgeTest {
  private final SetClock clock = new SetClock();
  private final Logger logger = (Logger) LoggerFactory.getLogger(Knowledge.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @TempDir private Path directory = Path.of("");
  private Path entry = Path.of("");
  private Knowledge knowledge;

  @BeforeEach
  void open() throws IOException {
    entry = Fixture.in(directory.resolve("knowledge-base")).root().resolve(Fixture.ENTRY);
    Path config =
        Files.writeString(
            directory.resolve("ansinh.yaml"),
            "knowledge:\n  directory: " + directory.resolve("knowledge-base") + "\n");
    knowledge =
        new Knowledge(
            CommandLine.populateCommand(new ConfigOption(), "--config=" + config).read(), clock);
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void close() {
    logger.detachAppender(log);
  }

  @Test
  void anotherDayLeavesWhatAnswersAsItIs() {
    Library before = knowledge.get();

    clock.advance(Duration.ofDays(1));
    knowledge.refresh();

    assertThat(knowledge.get()).isSameAs(before);
  }

  @Test
  void aBrokenEditIsToldOnceAndMendedLater() throws IOException {
    Library before = knowledge.get();
    String good = Files.readString(entry);

    Files.writeString(entry, good.replace("---", "--"));
    knowledge.refresh();
    assertThat(log.list).anyMatch(line -> line.getMessage().contains("broken"));
    log.list.clear();
    knowledge.refresh();

    assertThat(log.list).isEmpty();
    assertThat(knowledge.get()).isSameAs(before);
    Files.writeString(entry, good + "\n");
    knowledge.refresh();
    assertThat(knowledge.get()).isNotSameAs(before);
  }
}
