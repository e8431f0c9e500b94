package vn.ansinh.knowledge.impact;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// A question with the entries of which any one answers it.
///
/// @param expected empty when it must be refused or no entry alone answers it
/// @param facet the side it asks about; null when the file does not say
public record GoldenQuestion(
    String id, String question, List<EntitlementId> expected, @Nullable Facet facet, Place place) {
  public GoldenQuestion {
    expected = List.copyOf(expected);
  }
}
