package vn.ansinh.console.today;

import io.vertx.core.Future;
import io.vertx.sqlclient.Pool;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import vn.ansinh.calendar.VietnamTime;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Visit;
import vn.ansinh.inbox.store.CasePages;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.impact.Staleness;
import vn.ansinh.officer.Role;

/// The page at `/console/today`: figures of today, the last seven and thirty days, and what waits
/// for a person.
public final class TodayPage {
  private static final int PICTURE_DAYS = 30;
  private static final int WEEK = 7;
  private static final int MOST_BROADCASTS = 10;
  private static final Duration AHEAD = Duration.ofHours(24);

  private final Figures figures;
  private final CasePages inbox;
  private final Supplier<KnowledgeBase> base;
  private final Clock clock;

  public TodayPage(Pool pool, Supplier<KnowledgeBase> base, Clock clock) {
    this.figures = new Figures(pool);
    this.inbox = new CasePages(pool, clock);
    this.base = base;
    this.clock = clock;
  }

  /// Questions about one area.
  ///
  /// @param label as citizens read it
  public record Share(String label, long questions) {}

  /// @param days the last thirty, today the last of them
  /// @param areas that were asked about in these days, the most asked first
  /// @param reminders that go out in the next 24 hours, by kind
  /// @param broadcasts under way, by state
  /// @param underWay the newest of them
  public record Shown(
      List<Tally> days,
      List<Share> areas,
      Map<String, Long> reminders,
      Map<String, Long> broadcasts,
      List<UnderWay> underWay,
      long queued,
      Waiting waiting) {
    public Tally today() {
      return days.getLast();
    }

    public Tally week() {
      return TodayPage.week(days);
    }

    /// Of all reminders that are about to go out.
    public long dueSoon() {
      return reminders.values().stream().mapToLong(Long::longValue).sum();
    }

    /// Of the area asked about most.
    public long mostAsked() {
      return areas.isEmpty() ? 0 : areas.getFirst().questions();
    }
  }

  public void addTo(Desk desk) {
    desk.page("/console/today", Role.READER, this::page);
  }

  private void page(Visit visit) {
    Instant now = clock.instant();
    LocalDate today = VietnamTime.today(clock);
    LocalDate first = today.minusDays(PICTURE_DAYS - 1L);
    var days = figures.days(first, today);
    var entries = figures.entries(first);
    var reminders = figures.reminders(now, AHEAD);
    var broadcasts = figures.broadcasts();
    var underWay = figures.underWay(MOST_BROADCASTS);
    var queued = figures.queued();
    var waiting = figures.waiting(now.minus(Duration.ofDays(WEEK)));
    var asked = inbox.counts();
    Future.all(List.of(days, entries, reminders, broadcasts, underWay, queued, waiting, asked))
        .await();
    KnowledgeBase known = base.get();
    Shown shown =
        new Shown(
            days.result(),
            areas(known, entries.result()),
            reminders.result(),
            broadcasts.result(),
            underWay.result(),
            queued.result(),
            waiting
                .result()
                .with(
                    week(days.result()).of(Figure.DELIVERY_UNKNOWN),
                    Staleness.of(known, today, Staleness.MONTHS).size(),
                    asked.result()));
    visit.show("console/today/today.jte", Map.of("shown", shown));
  }

  private static Tally week(List<Tally> days) {
    return Tally.sum(days.subList(days.size() - WEEK, days.size()));
  }

  /// What an entry that is gone has answered belongs to no area any more.
  private static List<Share> areas(KnowledgeBase base, Map<String, Long> entries) {
    Map<String, Long> areas = new HashMap<>();
    entries.forEach(
        (id, questions) ->
            base.find(new EntitlementId(id))
                .map(Entitlement::area)
                .ifPresent(area -> areas.merge(area, questions, Long::sum)));
    List<Share> shares = new ArrayList<>();
    for (KnowledgeBase.Area area : base.areas()) {
      Long questions = areas.get(area.id());
      if (questions != null) {
        shares.add(new Share(area.label(), questions));
      }
    }
    // Stable: among equals the order in which citizens see them.
    shares.sort(Comparator.comparingLong(Share::questions).reversed());
    return shares;
  }
}
