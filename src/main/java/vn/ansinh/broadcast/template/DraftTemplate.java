package vn.ansinh.broadcast.template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import vn.ansinh.broadcast.content.Draft;
import vn.ansinh.text.template.Template;

/// A draft to start from, its gaps not filled.
public record DraftTemplate(long id, Draft draft, Instant savedAt) {
  /// The names of the gaps in a body, each once, in the order in which they stand there.
  public static List<String> gaps(String body) {
    List<String> names = new ArrayList<>();
    Matcher gap = Template.GAP.matcher(body);
    while (gap.find()) {
      String name = gap.group(1).strip();
      if (!names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }
}
