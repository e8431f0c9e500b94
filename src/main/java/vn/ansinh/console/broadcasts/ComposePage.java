package vn.ansinh.console.broadcasts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Act;
import vn.ansinh.broadcast.Answer;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.BroadcastId;
import vn.ansinh.broadcast.State;
import vn.ansinh.broadcast.content.Composer.Composed;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.console.Desk;
import vn.ansinh.console.Said;
import vn.ansinh.console.Visit;
import vn.ansinh.console.broadcasts.form.Circles;
import vn.ansinh.console.broadcasts.form.Numbers;
import vn.ansinh.console.broadcasts.form.Typed;
import vn.ansinh.console.broadcasts.form.Wrong;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.officer.Role;
import vn.ansinh.text.Saying;

/// Writing a broadcast or another version of one, with a preview of what citizens would get. With a
/// script the preview follows what is typed; without one a button shows it.
public final class ComposePage {
  private final Tools tools;

  ComposePage(Tools tools) {
    this.tools = tools;
  }

  /// Entitlements of one area, to which a button can lead.
  public record Shelf(String label, List<Entitlement> entitlements) {}

  void addTo(Desk desk) {
    desk.page(Tools.PATH + "/new", Role.WRITER, this::begin);
    desk.form(Tools.PATH + "/preview", Role.WRITER, this::preview);
    desk.form(Tools.PATH, Role.WRITER, this::create);
    desk.page(Tools.PATH + "/:id/edit", Role.WRITER, this::edit);
    desk.form(Tools.PATH + "/:id", Role.WRITER, this::save);
  }

  /// From nothing, from a template, or from an earlier broadcast.
  private void begin(Visit visit) {
    Typed typed =
        Numbers.of(visit.parameter("template"))
            .flatMap(tools.templates()::find)
            .map(template -> Typed.of(template.draft()))
            .or(
                () ->
                    Numbers.of(visit.parameter("copy"))
                        .flatMap(number -> tools.reports().find(new BroadcastId(number)))
                        .map(copied -> Typed.of(copied.draft())))
            .orElse(Typed.NOTHING);
    show(visit, 200, typed, Wrong.NOTHING, null);
  }

  private void edit(Visit visit) {
    tools
        .find(visit)
        .ifPresent(
            broadcast -> {
              if (broadcast.state().after(Act.EDIT).isEmpty()) {
                visit.go(Tools.path(broadcast));
              } else {
                show(visit, 200, Typed.of(broadcast), Wrong.NOTHING, broadcast.state());
              }
            });
  }

  private void preview(Visit visit) {
    Optional<Broadcast> edited =
        Numbers.of(visit.field("id"))
            .flatMap(number -> tools.reports().find(new BroadcastId(number)));
    Typed typed = typed(visit, edited.orElse(null));
    show(visit, 200, typed, wrong(typed), edited.map(Broadcast::state).orElse(null));
  }

  private void create(Visit visit) {
    Typed typed = typed(visit, null);
    if (typed.audience().isEmpty()) {
      show(visit, 400, typed, wrong(typed), null);
      return;
    }
    answer(visit, tools.broadcasts().create(visit.officer(), typed.draft()), typed, null);
  }

  private void save(Visit visit) {
    tools.find(visit).ifPresent(before -> save(visit, before));
  }

  private void save(Visit visit, Broadcast before) {
    Typed typed = typed(visit, before);
    if (typed.version() != before.version()) {
      Map<String, String> values = Map.of("version", String.valueOf(before.version()));
      Refusal edited = tools.refusals().of(Saying.Broadcast.EDITED, values);
      show(visit, 400, typed.editing(before), Wrong.of(List.of(edited)), before.state());
    } else if (typed.audience().isEmpty()) {
      show(visit, 400, typed, wrong(typed), before.state());
    } else {
      Answer answer = tools.broadcasts().edit(visit.officer(), before.id(), typed.draft());
      answer(visit, answer, typed, before.state());
    }
  }

  private void answer(Visit visit, Answer answer, Typed typed, @Nullable State state) {
    switch (answer) {
      case Answer.Done(Broadcast broadcast) ->
          visit.say(Said.BROADCAST_SAVED).go(Tools.path(broadcast));
      case Answer.Refused(List<Refusal> why) -> show(visit, 400, typed, Wrong.of(why), state);
    }
  }

  private Typed typed(Visit visit, @Nullable Broadcast edited) {
    return Typed.of(visit, Circles.of(tools.base().get()), edited);
  }

  Wrong wrong(Typed typed) {
    List<Refusal> why = new ArrayList<>();
    if (tools.composer().compose(typed.draft()) instanceof Composed.Broken(List<Refusal> broken)) {
      why.addAll(broken);
    }
    if (typed.audience().isEmpty()) {
      why.add(tools.refusals().of(Saying.Broadcast.AUDIENCE_NONE));
    }
    return Wrong.of(why);
  }

  /// @param state where the broadcast stands that is edited; null for a new one
  void show(Visit visit, int status, Typed typed, Wrong wrong, @Nullable State state) {
    KnowledgeBase base = tools.base().get();
    Circles circles = Circles.of(base);
    Map<String, Object> values = new HashMap<>();
    values.put("typed", typed);
    values.put("wrong", wrong);
    values.put("circles", circles);
    values.put("labels", circles.labels());
    values.put("preview", Preview.of(tools, typed));
    values.put("voids", state != null && state != State.DRAFT);
    values.put("shelves", shelves(base));
    visit.show(status, "console/broadcasts/compose.jte", values);
  }

  private static List<Shelf> shelves(KnowledgeBase base) {
    return base.areas().stream()
        .map(area -> new Shelf(area.label(), base.inArea(area.id())))
        .filter(shelf -> !shelf.entitlements.isEmpty())
        .toList();
  }
}
