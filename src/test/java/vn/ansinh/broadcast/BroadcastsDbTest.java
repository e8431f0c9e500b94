package vn.ansinh.broadcast;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.ansinh.broadcast.Office.done;
import static vn.ansinh.broadcast.Office.draft;
import static vn.ansinh.broadcast.Office.refused;

import io.vertx.sqlclient.Row;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.calendar.QuietHours.Window;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.delivery.mailing.Failure;
import vn.ansinh.delivery.mailing.Progress;
import vn.ansinh.text.Saying;

class BroadcastsDbTest {
  private static final Audience ALL = new Audience.Everyone();
  private static final Audience HERE = new Audience.Neighbourhood("kp-1");

  private final Office office = new Office();
  private final Broadcasts broadcasts = office.broadcasts;

  @AfterEach
  void close() {
    office.close();
  }

  private Progress progress(BroadcastId id) {
    Progress progress = office.reports.progress(office.find(id)).orElseThrow();
    assertThat(
            progress.sent()
                + progress.refused()
                + progress.failed()
                + progress.unreachable()
                + progress.unknown()
                + progress.waiting()
                + progress.left()
                + progress.stopped()
                + progress.cancelled()
                + progress.joined()
                + progress.erased())
        .isEqualTo(progress.recipients());
    return progress;
  }

  private Window window(BroadcastId id) {
    return Objects.requireNonNull(office.find(id).run().window());
  }

  private List<String> audit() {
    return office.run("select act || ' ' || kind from audit order by number").stream()
        .map(row -> row.getString(0))
        .toList();
  }

  @Test
  void whatWasApprovedGoesToItsAudienceOnceAndIsInTheLog() {
    office.citizens(30, "kp-1");
    office.citizens(20, "kp-2");
    BroadcastId id = office.running(HERE);
    assertThat(office.count("select count(*) from delivery where broadcast_id = " + id.value()))
        .isEqualTo(30);
    assertThat(progress(id).left()).isEqualTo(30);
    assertThat(office.find(id).state()).isEqualTo(State.RUNNING);
    assertThat(audit())
        .containsExactly(
            "broadcast.create officer",
            "broadcast.submit officer",
            "broadcast.approve officer",
            "broadcast.start officer");
  }

  @Test
  void nobodyApprovesWhatTheyWroteEditedOrSubmitted() {
    office.citizens(1, "kp-1");
    Broadcast written = done(broadcasts.create(office.an, draft(ALL)));
    done(broadcasts.edit(office.binh, written.id(), draft(HERE)));
    done(broadcasts.submit(office.an, written.id()));
    assertThat(refused(broadcasts.approve(office.an, written.id(), 2)))
        .containsExactly(Saying.Broadcast.OWN);
    assertThat(refused(broadcasts.approve(office.binh, written.id(), 2)))
        .containsExactly(Saying.Broadcast.OWN);
    Broadcast other = done(broadcasts.create(office.an, draft(ALL)));
    done(broadcasts.submit(office.binh, other.id()));
    assertThat(refused(broadcasts.approve(office.binh, other.id(), 1)))
        .containsExactly(Saying.Broadcast.OWN);
  }

  @Test
  void anEditAfterTheApprovalVoidsItAndAnOldVersionIsNotApproved() {
    office.citizens(1, "kp-1");
    BroadcastId id = office.approved(ALL);
    done(broadcasts.edit(office.an, id, draft(HERE)));
    assertThat(refused(broadcasts.start(office.an, id, null)))
        .containsExactly(Saying.Broadcast.WRONG_STATE);
    done(broadcasts.submit(office.an, id));
    assertThat(refused(broadcasts.approve(office.binh, id, 1)))
        .containsExactly(Saying.Broadcast.CHANGED);
    done(broadcasts.approve(office.binh, id, 2));
  }

  @Test
  void whoOnlyReadsChangesNothing() {
    office.citizens(1, "kp-1");
    assertThat(refused(broadcasts.create(office.reader, draft(ALL))))
        .containsExactly(Saying.Broadcast.ROLE);
    BroadcastId id = office.running(ALL);
    assertThat(
            Stream.of(
                broadcasts.edit(office.reader, id, draft(ALL)),
                broadcasts.pause(office.reader, id),
                broadcasts.cancel(office.reader, id),
                broadcasts.retry(office.reader, id, Set.of(Failure.FAILED))))
        .allSatisfy(answer -> assertThat(refused(answer)).containsExactly(Saying.Broadcast.ROLE));
    assertThat(audit()).hasSize(4);
  }

  @Test
  void ofTwoWhoLaunchAtOnceOneWins() {
    office.citizens(300, "kp-1");
    BroadcastId id = office.approved(ALL);
    List<Answer> answers =
        Stream.of(office.an, office.binh, office.an, office.binh)
            .map(
                officer ->
                    CompletableFuture.supplyAsync(
                        () -> broadcasts.start(officer, id, null), Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
    assertThat(office.count("select count(*) from delivery")).isEqualTo(300);
  }

  @Test
  void nobodyIsNoAudience() {
    Broadcast written = done(broadcasts.create(office.an, draft(HERE)));
    assertThat(refused(broadcasts.submit(office.an, written.id())))
        .containsExactly(Saying.Broadcast.AUDIENCE_EMPTY);
    office.citizens(1, "kp-1");
    done(broadcasts.submit(office.an, written.id()));
    done(broadcasts.approve(office.binh, written.id(), 1));
    office.run("update citizen set stopped_at = now()");
    assertThat(refused(broadcasts.start(office.an, written.id(), null)))
        .containsExactly(Saying.Broadcast.AUDIENCE_EMPTY);
    assertThat(office.find(written.id()).state()).isEqualTo(State.APPROVED);
  }

  @Test
  void whatIsBrokenIsNotEvenADraft() {
    Draft broken = new Draft("T", "<b>x", Map.of(), null, ALL);
    assertThat(refused(broadcasts.create(office.an, broken)))
        .containsExactly(Saying.Broadcast.TAG_OPEN);
    assertThat(office.count("select count(*) from broadcast")).isZero();
  }

  @Test
  void inTheNightNothingIsStartedWithoutAReason() {
    office.citizens(1, "kp-1");
    office.now = Instant.parse("2026-11-23T15:00:00Z");
    BroadcastId id = office.approved(ALL);
    Answer answer = broadcasts.start(office.an, id, null);
    assertThat(refused(answer)).containsExactly(Saying.Broadcast.QUIET);
    assertThat(((Answer.Refused) answer).why().getFirst().sentence())
        .contains("08:00 ngày 24/11/2026");
    assertThat(refused(broadcasts.start(office.an, id, " ")))
        .containsExactly(Saying.Broadcast.REASON_MISSING);
    done(broadcasts.start(office.an, id, "bão sắp vào"));
    assertThat(window(id).opens()).isEqualTo(office.now);
    assertThat(
            office
                .run("select details from audit order by number desc limit 1")
                .getFirst()
                .getString(0))
        .contains("bão sắp vào");
  }

  @Test
  void whatRunsInTheEveningGoesOnInTheMorningAndNotAtTet() {
    office.citizens(1, "kp-1");
    // The day before Tết, 19:00.
    office.now = Instant.parse("2027-02-05T12:00:00Z");
    BroadcastId id = office.running(ALL);
    assertThat(window(id).closes()).isEqualTo(Instant.parse("2027-02-05T13:00:00Z"));
    office.now = Instant.parse("2027-02-05T13:00:00Z");
    office.runs.tick();
    // Mùng 4, eight in the morning.
    assertThat(window(id).opens()).isEqualTo(Instant.parse("2027-02-09T01:00:00Z"));
  }

  @Test
  void aTimeThatIsOverOrInTheNightIsNotTaken() {
    office.citizens(1, "kp-1");
    BroadcastId id = office.approved(ALL);
    assertThat(refused(broadcasts.schedule(office.an, id, office.now, null)))
        .containsExactly(Saying.Broadcast.PAST);
    Instant night = Instant.parse("2026-11-23T20:00:00Z");
    assertThat(refused(broadcasts.schedule(office.an, id, night, null)))
        .containsExactly(Saying.Broadcast.QUIET);
    done(broadcasts.schedule(office.an, id, night, "khẩn"));
  }

  @Test
  void whatIsScheduledIsLaunchedOnceWhenItsTimeHasCome() {
    office.citizens(3, "kp-1");
    BroadcastId id = office.approved(ALL);
    Instant at = office.now.plus(Duration.ofHours(1));
    done(broadcasts.schedule(office.an, id, at, null));
    office.runs.tick();
    assertThat(office.find(id).state()).isEqualTo(State.SCHEDULED);
    office.now = at.plusSeconds(30);
    Stream.of(1, 2, 3)
        .map(_ -> CompletableFuture.runAsync(office.runs::tick, Thread::startVirtualThread))
        .toList()
        .forEach(CompletableFuture::join);
    assertThat(office.find(id).state()).isEqualTo(State.RUNNING);
    assertThat(office.count("select count(*) from delivery")).isEqualTo(3);
    assertThat(audit()).endsWith("broadcast.schedule officer", "broadcast.start service");
  }

  @Test
  void whatIsADayLateComesBackToTheOfficers() {
    office.citizens(3, "kp-1");
    BroadcastId id = office.approved(ALL);
    done(broadcasts.schedule(office.an, id, office.now.plusSeconds(60), null));
    office.now = office.now.plus(Duration.ofHours(30));
    office.runs.tick();
    assertThat(office.find(id).state()).isEqualTo(State.APPROVED);
    assertThat(office.find(id).note()).contains("12:01 ngày 23/11/2026");
    assertThat(office.count("select count(*) from delivery")).isZero();
  }

  /// As a dispatcher would settle them.
  private void settle(BroadcastId id, String change, int many) {
    office.run(
        """
        update delivery set %s, settled_at = '%s', attempts = 1, begun = 1 where id in (
          select id from delivery where state = 'queued' and broadcast_id = %d
          order by id limit %d)"""
            .formatted(change, office.now, id.value(), many));
  }

  @Test
  void theCountsAddUpAndTheEndIsKept() {
    office.citizens(10, "kp-1");
    BroadcastId id = office.running(ALL);
    settle(id, "state = 'sent'", 4);
    settle(id, "state = 'unreachable'", 1);
    settle(id, "state = 'unknown', unknowns = 1", 2);
    settle(id, "state = 'queued'", 1);
    office.run("delete from delivery where id = (select max(id) from delivery)");
    office.run(
        "update delivery set state = 'withdrawn', reason = 'stopped', settled_at = now()"
            + " where id = (select max(id) from delivery)");
    assertThat(progress(id)).isEqualTo(new Progress(10, 4, 0, 0, 1, 2, 1, 0, 1, 0, 0, 1));
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).isEqualTo(State.RUNNING);
    settle(id, "state = 'sent'", 1);
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).isEqualTo(State.DONE);
    office.run("delete from delivery");
    assertThat(progress(id).sent()).isEqualTo(5);
    assertThat(audit()).endsWith("broadcast.finish service");
  }

  @Test
  void refusalsInARowPauseItWithTheReason() {
    office.citizens(40, "kp-1");
    BroadcastId id = office.running(ALL);
    settle(id, "state = 'refused', reason = 'no'", Office.PAUSE_AFTER - 1);
    office.now = office.now.plusSeconds(1);
    settle(id, "state = 'sent'", 1);
    office.now = office.now.plusSeconds(1);
    settle(id, "state = 'refused', reason = 'not a word'", Office.PAUSE_AFTER - 1);
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).isEqualTo(State.RUNNING);
    office.now = office.now.plusSeconds(1);
    settle(id, "state = 'refused', reason = 'bad text'", 1);
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).isEqualTo(State.PAUSED);
    assertThat(office.find(id).note()).contains("5 tin", "bad text");
    assertThat(audit()).endsWith("broadcast.pause service");

    office.now = office.now.plusSeconds(1);
    done(broadcasts.resume(office.an, id));
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).as("refusals of before").isEqualTo(State.RUNNING);
  }

  @Test
  void whatIsCancelledIsMarkedAndNotLostAndWhatIsUnderWayComesBack() {
    office.citizens(10, "kp-1");
    BroadcastId id = office.running(ALL);
    settle(id, "state = 'sent'", 3);
    office.run(
        "insert into node values ('00000000-0000-0000-0000-000000000001',"
            + " now() + interval '1 minute')");
    office.run(
        "update delivery set begun = 1, leased_by = '00000000-0000-0000-0000-000000000001'"
            + " where id = (select max(id) from delivery)");
    done(broadcasts.cancel(office.an, id));
    assertThat(progress(id).cancelled()).isEqualTo(6);
    assertThat(progress(id).waiting()).isEqualTo(1);
    // It was told to wait.
    office.run("update delivery set attempts = 1 where begun = 1 and state = 'queued'");
    office.runs.tick();
    assertThat(progress(id)).isEqualTo(new Progress(10, 3, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0));
    assertThat(office.find(id).run().outcome()).isNotNull();
    assertThat(refused(broadcasts.resume(office.an, id)))
        .containsExactly(Saying.Broadcast.WRONG_STATE);
  }

  @Test
  void onlyTheFailedAreTriedAgainAndEachOnce() {
    office.citizens(10, "kp-1");
    BroadcastId id = office.running(ALL);
    settle(id, "state = 'failed'", 2);
    settle(id, "state = 'unknown', unknowns = 1", 3);
    settle(id, "state = 'sent'", 5);
    office.runs.look(Set.of(id.value()));
    assertThat(office.find(id).state()).isEqualTo(State.DONE);
    List<Answer> answers =
        Stream.of(office.an, office.binh)
            .map(
                officer ->
                    CompletableFuture.supplyAsync(
                        () -> broadcasts.retry(officer, id, Set.of(Failure.FAILED)),
                        Thread::startVirtualThread))
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();
    assertThat(answers.stream().filter(Answer.Done.class::isInstance)).hasSize(1);
    assertThat(progress(id).left()).isEqualTo(2);
    assertThat(progress(id).unknown()).isEqualTo(3);
    settle(id, "state = 'sent'", 2);
    office.runs.look(Set.of(id.value()));
    done(broadcasts.retry(office.an, id, Set.of(Failure.UNKNOWN, Failure.REFUSED)));
    assertThat(progress(id).left()).isEqualTo(3);
    assertThat(office.reports.doubts(id, 2).count()).isEqualTo(3);
    assertThat(office.reports.doubts(id, 2).listed()).hasSize(2);
  }

  @Test
  void theListEndsAndGoesOn() {
    for (int i = 0; i < 5; i++) {
      done(broadcasts.create(office.an, draft(ALL)));
    }
    List<Broadcast> first = office.reports.page(new BroadcastId(Long.MAX_VALUE), 3);
    assertThat(first).extracting(each -> each.id().value()).containsExactly(5L, 4L, 3L);
    assertThat(office.reports.page(first.getLast().id(), 3))
        .extracting(each -> each.id().value())
        .containsExactly(2L, 1L);
  }

  @Test
  void whatWasWrittenIsReadAgain() {
    Draft draft =
        new Draft(
            "Lịch",
            "Ngày {{ngay}}",
            Map.of("ngay", "5"),
            new vn.ansinh.knowledge.EntitlementId("hi-renewal"),
            new Audience.Without(HERE, new Audience.Group("merit")));
    Broadcast written = done(broadcasts.create(office.an, draft));
    assertThat(office.find(written.id()).draft()).isEqualTo(draft);
    Row authors = office.run("select count(*) from broadcast_author").getFirst();
    assertThat(authors.getLong(0)).isEqualTo(1);
  }
}
