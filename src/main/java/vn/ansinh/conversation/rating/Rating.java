package vn.ansinh.conversation.rating;

import java.util.Optional;
import java.util.regex.Pattern;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// One citizen's opinion of one answer.
///
/// @param facet the side that was asked about, also when nothing could be said of it
public record Rating(EntitlementId entitlement, Facet facet, Mark mark) {
  private static final Pattern SEPARATOR = Pattern.compile(":");

  /// `k:<mark>:<id>:<facet>`, at most 54 bytes: what the button of this rating carries.
  public String data() {
    return String.join(":", "k", mark.key(), entitlement.value(), facet.key());
  }

  /// Empty for data that is not of this form.
  public static Optional<Rating> parse(String data) {
    String[] parts = SEPARATOR.split(data, -1);
    if (parts.length != 4 || !parts[0].equals("k") || !EntitlementId.isValid(parts[2])) {
      return Optional.empty();
    }
    EntitlementId entitlement = new EntitlementId(parts[2]);
    return Mark.ofKey(parts[1])
        .flatMap(mark -> Facet.ofKey(parts[3]).map(facet -> new Rating(entitlement, facet, mark)));
  }
}
