package vn.ansinh.officer.log;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.db.TestDatabase;
import vn.ansinh.officer.Actor;
import vn.ansinh.officer.Audit;
import vn.ansinh.officer.log.AuditCheck.Noted;
import vn.ansinh.officer.log.AuditCheck.Report;

/// Whoever owns the database can switch its guards off; then the chain tells.
class AuditCheckDbTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-27T03:00:00Z"), ZoneOffset.UTC);

  private final Vertx vertx = Vertx.vertx();
  private final TestDatabase database = TestDatabase.fresh(vertx);

  @BeforeEach
  void fill() {
    for (int i = 1; i <= 12; i++) {
      record("act " + i);
    }
  }

  @AfterEach
  void close() {
    database.close();
    vertx.close().await();
  }

  private void record(String act) {
    recorded(act).await();
  }

  private Future<Long> recorded(String act) {
    return database
        .pool()
        .withTransaction(
            transaction ->
                new Audit(CLOCK)
                    .record(
                        transaction,
                        new Actor.CommandLine(),
                        act,
                        "thing",
                        new JsonObject().put("chữ", "đặt lại").put("half", 0.5)));
  }

  private void tamper(String sql) {
    database
        .pool()
        .query(
            """
            alter table audit disable trigger user;
            alter table audit_end disable trigger user;
            alter table audit drop constraint audit_pkey;
            """
                + sql)
        .execute()
        .await();
  }

  private Report check(@Nullable Noted noted) {
    return database
        .pool()
        .withTransaction(transaction -> AuditCheck.run(transaction, noted))
        .await();
  }

  @Test
  void aLogThatNobodyTouchedIsWhole() {
    Report report = check(null);
    assertThat(report.flaws()).isEmpty();
    assertThat(report.rows()).isEqualTo(12);
    assertThat(check(report.end()).flaws()).isEmpty();
  }

  @Test
  void aLogThatGrowsMeanwhileIsWhole() {
    List<Future<?>> all = new ArrayList<>();
    List<Future<Report>> reports = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      all.add(recorded("meanwhile " + i));
      if (i % 6 == 0) {
        Future<Report> report =
            database.pool().withTransaction(transaction -> AuditCheck.run(transaction, null));
        reports.add(report);
        all.add(report);
      }
    }
    Future.join(all).await();
    assertThat(reports).hasSize(10).allMatch(report -> report.result().flaws().isEmpty());
    assertThat(check(null).rows()).isEqualTo(72);
  }

  @Test
  void anAlteredRowIsNamed() {
    tamper("update audit set details = '{}' where number = 5");
    assertThat(check(null).flaws()).containsExactly(new Flaw.Altered(5));
  }

  @Test
  void anotherTimeOrAnotherActorIsAnAlteration() {
    tamper(
        """
        update audit set at = at + interval '1 microsecond' where number = 3;
        update audit set kind = 'stranger' where number = 9""");
    assertThat(check(null).flaws()).containsExactly(new Flaw.Altered(3), new Flaw.Altered(9));
  }

  @Test
  void missingRowsAreNamed() {
    tamper("delete from audit where number in (4, 5, 9)");
    assertThat(check(null).flaws()).containsExactly(new Flaw.Missing(4, 5), new Flaw.Missing(9, 9));
  }

  @Test
  void aMissingBeginningAndAMissingEndAreNamed() {
    tamper("delete from audit where number in (1, 11, 12)");
    assertThat(check(null).flaws())
        .containsExactly(new Flaw.Missing(1, 1), new Flaw.Missing(11, 12));
  }

  @Test
  void anEmptiedLogIsNamed() {
    tamper("delete from audit");
    assertThat(check(null).flaws()).containsExactly(new Flaw.Missing(1, 12));
  }

  @Test
  void rowsThatChangedPlacesAreNamed() {
    tamper("update audit set number = 10 - number where number in (3, 7)");
    assertThat(check(null).flaws())
        .contains(new Flaw.Moved(3, 7), new Flaw.Moved(7, 3))
        .allMatch(flaw -> flaw.number() >= 3 && flaw.number() <= 8);
  }

  @Test
  void neighboursThatChangedPlacesAreNamed() {
    tamper("update audit set number = 11 - number where number in (5, 6)");
    assertThat(check(null).flaws()).contains(new Flaw.Moved(5, 6));
  }

  @Test
  void aRemovedRowWhoseGapWasClosedIsFound() {
    tamper(
        """
        delete from audit where number = 6;
        update audit set number = number - 1 where number > 6;
        update audit_end set number = 11""");
    assertThat(check(null).flaws()).isNotEmpty().first().extracting(Flaw::number).isEqualTo(6L);
  }

  @Test
  void aLogWrittenAnewIsFoundByTheHashNotedBefore() {
    Noted noted = check(null).end();
    tamper("delete from audit; update audit_end set number = 0");
    database
        .pool()
        .query(
            """
            alter table audit enable trigger user;
            alter table audit_end enable trigger user""")
        .execute()
        .await();
    for (int i = 1; i <= 12; i++) {
      record("other " + i);
    }
    assertThat(check(null).flaws()).isEmpty();
    assertThat(check(noted).flaws()).containsExactly(new Flaw.Rewritten(12));
  }

  @Test
  void anEndCutOffIsFoundByTheHashNotedBefore() {
    Noted noted = check(null).end();
    tamper("delete from audit where number > 10; update audit_end set number = 10");
    assertThat(check(null).flaws()).isEmpty();
    assertThat(check(noted).flaws()).containsExactly(new Flaw.Missing(11, 12));
  }
}
