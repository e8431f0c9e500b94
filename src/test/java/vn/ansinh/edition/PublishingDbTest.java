package vn.ansinh.edition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Vertx;
import io.vertx.sqlclient.Tuple;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.edition.Publishing.Answer;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.OfficerId;
import vn.ansinh.officer.Role;

class PublishingDbTest {
  private static final Clock NOON =
      Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), VietnamTime.ZONE);
  private static final DatesFile FILE = DatesFile.PAYMENTS;

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final Publishing publishing = new Publishing(database.pool(), NOON);
  private Officer hoa;
  private Officer minh;

  @BeforeEach
  void officers() {
    hoa = officer("hoa", Role.WRITER);
    minh = officer("minh", Role.APPROVER);
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private Officer officer(String login, Role role) {
    long id =
        database
            .pool()
            .preparedQuery(
                "insert into officer (login, name, role, created_at) values ($1, $1, $2, now())"
                    + " returning id")
            .execute(Tuple.of(login, role.word()))
            .await()
            .iterator()
            .next()
            .getLong(0);
    return new Officer(new OfficerId(id), login, login, role);
  }

  private void propose(Officer officer, String body) {
    assertThat(publishing.propose(officer, FILE, _ -> Optional.of(body))).isTrue();
  }

  private long revision() {
    return publishing.proposal(FILE).orElseThrow().revision();
  }

  private List<String> acts() {
    List<String> acts = new ArrayList<>();
    database
        .pool()
        .query("select act || ' ' || object || ' ' || details from audit order by number")
        .execute()
        .await()
        .forEach(row -> acts.add(row.getString(0)));
    return acts;
  }

  @Test
  void oneProposesAndAnotherPublishes() {
    propose(hoa, "a: 1");
    assertThat(publishing.publish(hoa, FILE, revision())).isEqualTo(Answer.OWN);
    assertThat(publishing.publish(minh, FILE, revision())).isEqualTo(Answer.PUBLISHED);
    assertThat(publishing.proposals()).isEmpty();
    Edition edition = publishing.editions(FILE, 10).getFirst();
    assertThat(edition)
        .isEqualTo(new Edition(FILE, 1, "a: 1", List.of("hoa"), "minh", NOON.instant()));
    assertThat(acts())
        .containsExactly(
            "dates.propose dates payments {}", "dates.publish dates payments {\"version\":1}");
    assertThat(publishing.publish(minh, FILE, 1)).isEqualTo(Answer.GONE);
  }

  @Test
  void nobodyPublishesWhatTheyHaveNotSeenOrHaveHelpedToWrite() {
    Officer other = officer("lan", Role.APPROVER);
    propose(hoa, "a: 1");
    long seen = revision();
    propose(other, "a: 2");
    assertThat(publishing.publish(minh, FILE, seen)).isEqualTo(Answer.CHANGED);
    assertThat(publishing.publish(other, FILE, revision())).isEqualTo(Answer.OWN);
    assertThat(publishing.publish(minh, FILE, revision())).isEqualTo(Answer.PUBLISHED);
    assertThat(publishing.editions(FILE, 1).getFirst().authors()).containsExactly("hoa", "lan");
    // Taken up anew it is another one, though it reads the same.
    propose(hoa, "a: 2");
    assertThat(revision()).isGreaterThan(seen + 1);
  }

  @Test
  void ofManyWhoPublishAtOnceOneDoes() {
    propose(hoa, "a: 1");
    long seen = revision();
    List<CompletableFuture<Answer>> all =
        IntStream.range(0, 8)
            .mapToObj(
                _ ->
                    CompletableFuture.supplyAsync(
                        () -> publishing.publish(minh, FILE, seen), Thread::startVirtualThread))
            .toList();
    assertThat(all.stream().map(CompletableFuture::join))
        .containsOnlyOnce(Answer.PUBLISHED)
        .containsOnly(Answer.PUBLISHED, Answer.GONE);
    assertThat(publishing.editions(FILE, 10)).hasSize(1);
  }

  @Test
  void anEditSeesWhatWaitsElseWhatIsPublishedAndMayLeaveIt() {
    assertThat(publishing.propose(hoa, FILE, latest -> latest)).isFalse();
    propose(hoa, "a: 1");
    publishing.propose(hoa, FILE, latest -> Optional.of(latest.orElseThrow() + "\nb: 2"));
    publishing.publish(minh, FILE, revision());
    publishing.propose(minh, FILE, latest -> Optional.of(latest.orElseThrow() + "\nc: 3"));
    assertThat(publishing.proposal(FILE).orElseThrow().body()).isEqualTo("a: 1\nb: 2\nc: 3");
    publishing.withdraw(hoa, FILE);
    publishing.withdraw(hoa, FILE);
    assertThat(publishing.proposals()).isEmpty();
    assertThat(acts()).filteredOn(act -> act.startsWith("dates.withdraw")).hasSize(1);
  }

  @Test
  void whatCannotBeWrittenToTheLogIsNotPublished() {
    propose(hoa, "a: 1");
    long seen = revision();
    database.pool().query("alter table audit add check (act <> 'dates.publish')").execute().await();
    assertThatThrownBy(() -> publishing.publish(minh, FILE, seen)).hasMessageContaining("check");
    assertThat(publishing.editions(FILE, 1)).isEmpty();
    assertThat(revision()).isEqualTo(seen);
  }

  @Test
  void everyNodeTakesOverWhatIsPublishedWithinSecondsAndAfterARestart() {
    Published node = new Published(database.pool());
    node.look().await();
    Published.Editions before = node.current();
    node.look().await();
    assertThat(node.current()).isSameAs(before);
    Runnable end = node.watch(vertx);
    propose(hoa, "a: 1");
    publishing.publish(minh, FILE, revision());
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .until(() -> node.current().of(FILE).isPresent());
    end.run();
    Published later = new Published(database.pool());
    later.look().await();
    assertThat(later.current().texts()).containsEntry(FILE.path(), "a: 1");
  }

  private Path files(Path into, String days) throws IOException {
    Path from = Path.of("knowledge-base");
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Path to = into.resolve(from.relativize(file).toString());
            Files.createDirectories(to.getParent());
            Files.copy(file, to);
            return FileVisitResult.CONTINUE;
          }
        });
    Files.writeString(into.resolve(FILE.path()), payments(days));
    return into;
  }

  private static String payments(String days) {
    return "merit: {name: Trợ cấp, grade: A, source: phường, contact: one-stop, days: "
        + days
        + "}\n";
  }

  @Test
  void aNodeWithOtherFilesGoesByWhatIsPublished(@TempDir Path one, @TempDir Path two)
      throws IOException {
    Published published = new Published(database.pool());
    CalendarTexts newer =
        new CalendarTexts(files(one, "{rule: ngày 5 hằng tháng}"), published, NOON);
    CalendarTexts older =
        new CalendarTexts(files(two, "{rule: ngày 9 hằng tháng}"), published, NOON);
    assertThat(newer.current().calendars().payments())
        .isNotEqualTo(older.current().calendars().payments());
    propose(hoa, payments("{rule: ngày 12 hằng tháng}"));
    publishing.publish(minh, FILE, revision());
    published.look().await();
    assertThat(newer.current().faults()).isEmpty();
    assertThat(newer.current().calendars().payments())
        .isEqualTo(older.current().calendars().payments());
    assertThat(older.inUse(FILE)).contains("ngày 12");
    assertThat(older.file(FILE)).contains("ngày 9");
  }

  @Test
  void aTextIsCheckedAsKnowledgeCheckDoes() {
    CalendarTexts texts =
        new CalendarTexts(Path.of("knowledge-base"), new Published(database.pool()), NOON);
    assertThat(texts.with(FILE, payments("{rule: ngày 5 hằng tháng}")).faults()).isEmpty();
    assertThat(texts.with(FILE, payments("{rule: lúc nào đó}")).faults())
        .first()
        .satisfies(fault -> assertThat(fault.problem()).contains("Không hiểu lịch"));
    assertThat(texts.with(FILE, "merit: {name: x, contact: nobody}").faults()).isNotEmpty();
  }
}
