package vn.ansinh.console.broadcasts.form;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import vn.ansinh.broadcast.Broadcast;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.broadcast.template.DraftTemplate;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.console.Visit;
import vn.ansinh.knowledge.EntitlementId;

/// What was typed into the form of a broadcast, to be shown again when it was not taken.
///
/// @param fills by name of the gap
/// @param button empty for none
/// @param id of the broadcast that is edited; null for a new one
/// @param version that the form was filled with
/// @param kept the audience of the broadcast that is edited
public record Typed(
    String title,
    String body,
    Map<String, String> fills,
    String button,
    Chosen chosen,
    @Nullable Long id,
    int version,
    @Nullable Audience kept) {
  public static final Typed NOTHING =
      new Typed("", "", Map.of(), "", Chosen.NOTHING, null, 0, null);

  /// @param edited the broadcast that the form is about; null for a new one
  public static Typed of(Visit visit, Circles circles, @Nullable Broadcast edited) {
    String body = visit.field("body");
    Map<String, String> fills = new HashMap<>();
    DraftTemplate.gaps(body).forEach(gap -> fills.put(gap, visit.field("fill." + gap)));
    return new Typed(
        visit.field("title"),
        body,
        fills,
        visit.field("button"),
        Chosen.of(visit, circles),
        edited == null ? null : edited.id().value(),
        Numbers.of(visit.field("version")).map(Long::intValue).orElse(0),
        edited == null ? null : edited.draft().audience());
  }

  public static Typed of(Broadcast broadcast) {
    Draft draft = broadcast.draft();
    return of(draft, Chosen.of(draft.audience())).editing(broadcast);
  }

  /// To start anew from. What no boxes make is to be chosen anew.
  public static Typed of(Draft draft) {
    Chosen chosen = Chosen.of(draft.audience());
    return of(draft, chosen.who() == Chosen.Who.KEPT ? Chosen.NOTHING : chosen);
  }

  private static Typed of(Draft draft, Chosen chosen) {
    EntitlementId button = draft.button();
    return new Typed(
        draft.title(),
        draft.body(),
        draft.fills(),
        button == null ? "" : button.value(),
        chosen,
        null,
        0,
        null);
  }

  /// As it stands now, so that what is saved next is what was seen.
  public Typed editing(Broadcast broadcast) {
    return new Typed(
        title,
        body,
        fills,
        button,
        chosen,
        broadcast.id().value(),
        broadcast.version(),
        broadcast.draft().audience());
  }

  public Optional<Audience> audience() {
    return chosen.who() == Chosen.Who.KEPT ? Optional.ofNullable(kept) : chosen.audience();
  }

  /// For everyone while nobody is chosen: whoever saves it looks at [#audience] first.
  public Draft draft() {
    return new Draft(
        title,
        body,
        fills,
        EntitlementId.isValid(button) ? new EntitlementId(button) : null,
        audience().orElse(new Audience.Everyone()));
  }

  public List<String> gaps() {
    return DraftTemplate.gaps(body);
  }

  /// Whether the form stands under an address that saves another version.
  public boolean isEdit() {
    return id != null;
  }
}
