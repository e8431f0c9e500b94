package vn.ansinh.console.knowledge;

import java.util.List;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.Source;
import vn.ansinh.text.RichText;

/// One side of an entry on a day.
///
/// @param isKnown whether every figure in it is known for that day
public record Told(Facet facet, RichText text, boolean isKnown, List<Source> sources) {
  public Told {
    sources = List.copyOf(sources);
  }
}
