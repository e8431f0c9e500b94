package vn.ansinh.knowledge.impact;

import java.util.List;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// A question with the entries of which any one answers it.
///
/// @param expected empty when it must be refused or no entry alone answers it
/// @param facets the sides of which it asks about any one; empty when the file does not say
public record GoldenQuestion(
    String id, String question, List<EntitlementId> expected, List<Facet> facets, Place place) {
  public GoldenQuestion {
    expected = List.copyOf(expected);
    facets = List.copyOf(facets);
  }
}
