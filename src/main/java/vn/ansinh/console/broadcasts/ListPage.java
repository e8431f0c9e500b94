package vn.ansinh.console.broadcasts;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.Reports;
import vn.ansinh.broadcast.State;
import vn.ansinh.console.Visit;
import vn.ansinh.console.broadcasts.form.Numbers;
import vn.ansinh.delivery.mailing.Progress;

/// All broadcasts, newest first, a page at a time.
public final class ListPage {
  private static final int SIZE = 30;

  private final Tools tools;

  ListPage(Tools tools) {
    this.tools = tools;
  }

  /// @param progress null before it was launched
  public record Line(Broadcast broadcast, @Nullable Progress progress) {}

  void show(Visit visit) {
    String wanted = visit.parameter("state");
    Optional<State> state =
        List.of(State.values()).stream().filter(each -> each.key().equals(wanted)).findFirst();
    Optional<Long> before = Numbers.of(visit.parameter("before"));
    List<Broadcast> found = page(state, new BroadcastId(before.orElse(Long.MAX_VALUE)));
    boolean hasMore = found.size() > SIZE;
    List<Line> lines =
        found.stream()
            .limit(SIZE)
            .map(each -> new Line(each, tools.reports().progress(each).orElse(null)))
            .toList();
    visit.show(
        "console/broadcasts/list.jte",
        Map.of(
            "lines",
            lines,
            "states",
            tools.states(),
            "state",
            state.map(State::key).orElse(""),
            "isFirst",
            before.isEmpty(),
            "older",
            hasMore ? lines.getLast().broadcast().id().value() : 0L));
  }

  /// One more than is shown, to see whether another page follows.
  private List<Broadcast> page(Optional<State> state, BroadcastId before) {
    Reports reports = tools.reports();
    return state.isPresent()
        ? reports.page(state.get(), before, SIZE + 1)
        : reports.page(before, SIZE + 1);
  }
}
