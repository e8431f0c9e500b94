package vn.ansinh.console.questions;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.console.answers.AnswerDrafts;
import vn.ansinh.console.questions.Judgements.Verdict;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.OfficerId;

class QuestionsDbTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T03:00:00Z"), ZoneOffset.UTC);
  private static final OfficerId LAN = new OfficerId(1);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);
  private final OpenQuestions questions = new OpenQuestions(database.pool());
  private final Audit audit = new Audit(CLOCK);
  private final AnswerDrafts drafts = new AnswerDrafts(database.pool(), audit, CLOCK);
  private final Judgements judgements = new Judgements(database.pool(), drafts, audit, CLOCK);

  @BeforeEach
  void fill() {
    run(
        "insert into officer (login, name, role, created_at) values ('lan', 'Lan', 'writer', now())");
    run(
        """
        insert into unanswered_question (question, asked_on) values
          ('nuôi chó', '2026-11-01'), ('xây nhà', '2026-11-02'), ('nuôi chó', '2026-11-20')""");
    run(
        """
        insert into unhelped_question (question, entitlement, facet, why, asked_on) values
          ('tiền già', 'sp-a', 'who', null, '2026-11-03'),
          ('tiền già', 'sp-a', 'amount', 'wrong', '2026-11-04'),
          ('tiền già', 'sp-b', 'who', 'wrong', '2026-11-05')""");
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void run(String sql) {
    database.pool().query(sql).execute().await();
  }

  private List<Line> open(Source source) {
    return questions.read(source).await();
  }

  private void settle(Source source, Line line, @Nullable Verdict verdict) {
    judgements.settle(LAN, source, List.of(line), verdict).await();
  }

  private List<Judged> judged() {
    return judgements.read(0, 10).await();
  }

  private String audited() {
    return database
        .pool()
        .query(
            "select concat_ws(' ', act, object, details) from audit order by number desc limit 1")
        .execute()
        .await()
        .iterator()
        .next()
        .getString(0);
  }

  @Test
  void theSameWordsAreOneLineTheNewestFirst() {
    assertThat(open(Source.UNANSWERED))
        .containsExactly(
            new Line(
                "nuôi chó", List.of(1L, 3L), LocalDate.parse("2026-11-20"), List.of(), List.of()),
            new Line("xây nhà", List.of(2L), LocalDate.parse("2026-11-02"), List.of(), List.of()));
    assertThat(open(Source.UNHELPED))
        .containsExactly(
            new Line(
                "tiền già",
                List.of(1L, 2L, 3L),
                LocalDate.parse("2026-11-05"),
                List.of("sp-a:amount", "sp-a:who", "sp-b:who"),
                List.of("wrong")));
  }

  @Test
  void whatIsDoneLeavesItsListOnlyAndComesBackWhenItIsAskedAgain() {
    settle(Source.UNANSWERED, open(Source.UNANSWERED).getFirst(), null);
    assertThat(open(Source.UNANSWERED)).extracting(Line::question).containsExactly("xây nhà");
    assertThat(open(Source.UNHELPED)).hasSize(1);
    assertThat(judged()).isEmpty();
    assertThat(audited()).isEqualTo("question.done unanswered 1 {\"questions\":1}");
    run("insert into unanswered_question (question, asked_on) values ('nuôi chó', '2026-11-27')");
    assertThat(open(Source.UNANSWERED).getFirst().ids()).containsExactly(4L);
  }

  @Test
  void whatShouldHaveAnsweredIsKeptOnceAndTheLastWordCounts() {
    Line line = open(Source.UNHELPED).getFirst();
    settle(Source.UNHELPED, line, new Verdict("sp-c", "who", ""));
    assertThat(audited())
        .isEqualTo(
            "question.judge unhelped 1 {\"questions\":1,\"entry\":\"sp-c\",\"facet\":\"who\"}");
    settle(Source.UNHELPED, line, new Verdict("", "", ""));
    assertThat(judgements.count().await()).isEqualTo(1);
    assertThat(judged()).extracting(Judged::entitlement).containsExactly("");
    assertThat(judged()).extracting(Judged::officer).containsExactly("Lan");
    assertThat(open(Source.UNHELPED)).isEmpty();
  }

  private String drafted() {
    return database
        .pool()
        .query(
            "select string_agg(concat_ws('|', questions, entitlement, facet, body), ';' order by id)"
                + " from answer_draft")
        .execute()
        .await()
        .iterator()
        .next()
        .getString(0);
  }

  @Test
  void anAnswerIsKeptAsADraftAndSaysWhichEntryShouldHaveAnsweredUnlessANewOneIsNeeded() {
    settle(Source.UNHELPED, open(Source.UNHELPED).getFirst(), new Verdict("sp-a", "who", "Từ 75."));
    assertThat(judged()).extracting(Judged::entitlement).containsExactly("sp-a");
    assertThat(audited())
        .isEqualTo(
            "question.answer unhelped 1 {\"questions\":1,\"entry\":\"sp-a\",\"facet\":\"who\"}");
    settle(Source.UNANSWERED, open(Source.UNANSWERED).getFirst(), new Verdict("", "", "Đăng ký."));
    assertThat(judged()).extracting(Judged::entitlement).containsExactly("sp-a");
    assertThat(open(Source.UNANSWERED)).extracting(Line::question).containsExactly("xây nhà");
    assertThat(drafted()).isEqualTo("tiền già|sp-a|who|Từ 75.;nuôi chó|||Đăng ký.");
  }

  @Test
  void theExportHasTheColumnsOfTheGoldenSet() {
    settle(Source.UNANSWERED, open(Source.UNANSWERED).getFirst(), new Verdict("sp-c", "who", ""));
    run("insert into unanswered_question (question, asked_on) values (E'tien\\tgia\\n?', now())");
    settle(Source.UNANSWERED, open(Source.UNANSWERED).getFirst(), new Verdict("", "", ""));
    assertThat(GoldenLines.of(judged()).collect(Collectors.joining()))
        .isEqualTo(
            """
            id\tquestion\tvariant-type\texpected\tfacet
            c2\ttien gia ?\tno-accent\tOUT\t-
            c1\tnuôi chó\taccented\tsp-c\twho
            """);
  }
}
