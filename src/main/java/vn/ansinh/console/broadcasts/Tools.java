package vn.ansinh.console.broadcasts;

import java.time.Clock;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.Broadcasts;
import vn.ansinh.broadcast.Reports;
import vn.ansinh.broadcast.State;
import vn.ansinh.broadcast.content.Composer;
import vn.ansinh.broadcast.content.Refusals;
import vn.ansinh.broadcast.template.DraftTemplates;
import vn.ansinh.broadcast.trial.Trial;
import vn.ansinh.console.Visit;
import vn.ansinh.console.broadcasts.form.Numbers;
import vn.ansinh.console.broadcasts.form.Wrong;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.log.AuditPages;
import vn.ansinh.text.Saying;

/// What the pages about broadcasts work with.
///
/// @param perSecond how many messages of broadcasts can be sent in a second
public record Tools(
    Broadcasts broadcasts,
    Reports reports,
    DraftTemplates templates,
    Trial trial,
    Composer composer,
    Refusals refusals,
    Supplier<KnowledgeBase> base,
    AuditPages audit,
    double perSecond,
    Clock clock) {
  static final String PATH = "/console/broadcasts";

  /// The broadcast whose number stands in the address; a page says so when there is none.
  Optional<Broadcast> find(Visit visit) {
    Optional<Broadcast> found = number(visit).flatMap(reports::find);
    if (found.isEmpty()) {
      visit.show(404, "console/broadcasts/missing.jte", Map.of());
    }
    return found;
  }

  static Optional<BroadcastId> number(Visit visit) {
    return Numbers.of(visit.part("id")).map(BroadcastId::new);
  }

  static String path(Broadcast broadcast) {
    return PATH + "/" + broadcast.id().value();
  }

  /// What an officer reads of each state.
  Map<State, String> states() {
    Map<State, String> words = new EnumMap<>(State.class);
    for (State state : State.values()) {
      words.put(state, refusals.words(state.words(), Map.of()));
    }
    return words;
  }

  Wrong wrong(Saying.Broadcast what) {
    return Wrong.of(List.of(refusals.of(what)));
  }
}
