package vn.ansinh.console.broadcasts;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Answer;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.broadcasts.form.Circles;
import vn.ansinh.console.broadcasts.form.Numbers;
import vn.ansinh.console.broadcasts.form.Wrong;
import vn.ansinh.delivery.mailing.Failure;
import vn.ansinh.officer.Officer;
import vn.ansinh.officer.Role;
import vn.ansinh.text.Saying;

/// One broadcast: what it says and to whom, how far it has come, what can be done next, who did
/// what.
public final class OnePage {
  private static final String ONE = Tools.PATH + "/:id";
  private static final int MOST_HISTORY = 100;
  private static final int MOST_DOUBTS = 10;

  private final Tools tools;

  OnePage(Tools tools) {
    this.tools = tools;
  }

  /// What was typed to send it.
  public record Sending(String when, String date, String time, String reason) {
    static final Sending NOTHING = new Sending("now", "", "", "");
  }

  private interface Deed extends BiFunction<Officer, BroadcastId, Answer> {}

  void addTo(Desk desk) {
    desk.page(ONE, Role.READER, visit -> show(visit, 200, Wrong.NOTHING, Sending.NOTHING));
    deed(desk, "submit", Said.BROADCAST_SUBMITTED, tools.broadcasts()::submit);
    deed(desk, "pause", Said.BROADCAST_PAUSED, tools.broadcasts()::pause);
    deed(desk, "resume", Said.BROADCAST_RESUMED, tools.broadcasts()::resume);
    deed(desk, "cancel", Said.BROADCAST_CANCELLED, tools.broadcasts()::cancel);
    desk.form(ONE + "/approve", Role.APPROVER, this::approve);
    desk.form(ONE + "/start", Role.WRITER, this::start);
    desk.form(ONE + "/retry", Role.WRITER, this::retry);
    desk.form(
        ONE + "/test",
        Role.WRITER,
        visit -> tools.find(visit).ifPresent(found -> test(visit, found)));
  }

  private void deed(Desk desk, String name, Said said, Deed deed) {
    desk.form(
        ONE + "/" + name,
        Role.WRITER,
        visit ->
            Tools.number(visit)
                .ifPresentOrElse(
                    id -> answer(visit, deed.apply(visit.officer(), id), said, Sending.NOTHING),
                    () -> tools.find(visit)));
  }

  private void approve(Visit visit) {
    int version = Numbers.of(visit.field("version")).map(Long::intValue).orElse(0);
    tools
        .find(visit)
        .ifPresent(
            found ->
                answer(
                    visit,
                    tools.broadcasts().approve(visit.officer(), found.id(), version),
                    Said.BROADCAST_APPROVED,
                    Sending.NOTHING));
  }

  private void start(Visit visit) {
    Sending sending =
        new Sending(
            visit.field("when").equals("at") ? "at" : "now",
            visit.field("date"),
            visit.field("time"),
            visit.field("reason"));
    tools.find(visit).ifPresent(found -> start(visit, found.id(), sending));
  }

  private void start(Visit visit, BroadcastId id, Sending sending) {
    String because = sending.reason.isEmpty() ? null : sending.reason;
    if (sending.when.equals("now")) {
      Answer answer = tools.broadcasts().start(visit.officer(), id, because);
      answer(visit, answer, Said.BROADCAST_STARTED, sending);
      return;
    }
    Optional<Instant> at = moment(sending);
    if (at.isEmpty()) {
      show(visit, 400, tools.wrong(Saying.Broadcast.WHEN_MISSING), sending);
      return;
    }
    Answer answer = tools.broadcasts().schedule(visit.officer(), id, at.get(), because);
    answer(visit, answer, Said.BROADCAST_SCHEDULED, sending);
  }

  private static Optional<Instant> moment(Sending sending) {
    try {
      return Optional.of(
          LocalDate.parse(sending.date)
              .atTime(LocalTime.parse(sending.time))
              .atZone(VietnamTime.ZONE)
              .toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private void retry(Visit visit) {
    Set<Failure> which = EnumSet.noneOf(Failure.class);
    for (Failure failure : Failure.values()) {
      if (!visit.field(failure.key()).isEmpty()) {
        which.add(failure);
      }
    }
    tools
        .find(visit)
        .ifPresent(
            found ->
                answer(
                    visit,
                    tools.broadcasts().retry(visit.officer(), found.id(), which),
                    Said.BROADCAST_RETRIED,
                    Sending.NOTHING));
  }

  /// To the chat in which the officer reads the code.
  private void test(Visit visit, Broadcast broadcast) {
    String code = visit.field("code").replace(" ", "");
    List<Refusal> why = tools.trial().send(visit.officer(), broadcast, code);
    if (why.isEmpty()) {
      visit.say(Said.BROADCAST_TESTED).go(Tools.path(broadcast));
    } else {
      show(visit, 400, broadcast, Wrong.of(why), Sending.NOTHING);
    }
  }

  private void answer(Visit visit, Answer answer, Said said, Sending sending) {
    switch (answer) {
      case Answer.Done(Broadcast broadcast) -> visit.say(said).go(Tools.path(broadcast));
      case Answer.Refused(List<Refusal> why) -> show(visit, 400, Wrong.of(why), sending);
    }
  }

  private void show(Visit visit, int status, Wrong wrong, Sending sending) {
    tools.find(visit).ifPresent(broadcast -> show(visit, status, broadcast, wrong, sending));
  }

  private void show(Visit visit, int status, Broadcast broadcast, Wrong wrong, Sending sending) {
    BroadcastId id = broadcast.id();
    boolean isLaunched = broadcast.run().recipients() != null;
    @Nullable Integer count =
        isLaunched ? null : tools.reports().count(broadcast.draft().audience());
    Map<String, Object> values = new HashMap<>();
    values.put("broadcast", broadcast);
    values.put("preview", Preview.of(tools, broadcast.draft(), count));
    values.put("labels", Circles.of(tools.base().get()).labels());
    values.put("states", tools.states());
    values.put("course", Course.of(tools, broadcast).orElse(null));
    values.put("shares", isLaunched ? tools.reports().shares(id) : List.of());
    values.put("may", May.of(tools, visit.officer(), broadcast));
    values.put("doubts", tools.reports().doubts(id, MOST_DOUBTS).count());
    values.put("history", tools.audit().about(id.words(), MOST_HISTORY).await());
    values.put("wrong", wrong);
    values.put("sending", sending);
    visit.show(status, "console/broadcasts/one.jte", values);
  }
}
