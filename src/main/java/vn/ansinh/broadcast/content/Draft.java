package vn.ansinh.broadcast.content;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.knowledge.EntitlementId;

/// A broadcast as officers write it.
///
/// @param title for officers only
/// @param body plain words with `<b>`, `<i>`, `<a href="https://…">` and gaps `{{name}}`; an empty
///     line parts paragraphs
/// @param fills what fills the gaps, by name, the same for everybody
/// @param button the entitlement to which a button under the message leads; null for no button
public record Draft(
    String title,
    String body,
    Map<String, String> fills,
    @Nullable EntitlementId button,
    Audience audience) {
  public Draft {
    fills = Map.copyOf(new TreeMap<>(fills));
  }
}
