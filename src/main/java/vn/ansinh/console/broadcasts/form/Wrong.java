package vn.ansinh.console.broadcasts.form;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.ansinh.broadcast.content.Refusal;
import vn.ansinh.text.Saying;

/// Why something was not done, each sentence beside the field that it is about.
///
/// @param sentences by field, as `title` or `body`; what is about no field is under `all`
public record Wrong(Map<String, List<String>> sentences) {
  public static final Wrong NOTHING = new Wrong(Map.of());

  public static Wrong of(List<Refusal> refusals) {
    return new Wrong(
        refusals.stream()
            .collect(
                Collectors.groupingBy(
                    refusal -> field(refusal.what()),
                    Collectors.mapping(Refusal::sentence, Collectors.toList()))));
  }

  public boolean isNothing() {
    return sentences.isEmpty();
  }

  public List<String> at(String field) {
    return sentences.getOrDefault(field, List.of());
  }

  private static String field(Saying.Broadcast what) {
    return switch (what) {
      case TITLE_MISSING, TITLE_LONG -> "title";
      case EMPTY,
          TOO_LONG,
          TAG_UNKNOWN,
          TAG_OPEN,
          TAG_CLOSE,
          TAG_NESTED,
          TAG_EMPTY,
          TAG_BROKEN,
          LINK_BAD,
          GAP_BROKEN ->
          "body";
      case GAP_UNFILLED -> "fills";
      case BUTTON_UNKNOWN -> "button";
      case AUDIENCE_UNKNOWN, AUDIENCE_BAD, AUDIENCE_EMPTY, AUDIENCE_NONE -> "audience";
      case PAST, QUIET, WHEN_MISSING -> "when";
      case REASON_MISSING -> "reason";
      case CODE_WRONG -> "code";
      default -> "all";
    };
  }
}
