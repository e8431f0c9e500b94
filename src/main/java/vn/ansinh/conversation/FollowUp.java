package vn.ansinh.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.search.Asked;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;

/// Weighs a finding by what was spoken of just before: the shorter a message, the likelier it goes
/// on about the same subject or a related one; another subject must be named the more clearly.
record FollowUp(Entitlement subject) {
  private static final int SHORT = 7;
  private static final int MIDDLING = 12;
  private static final double RELATED = 3;

  /// What the subject is taken to score when the message alone does not find it.
  private static final double LEAST = 0.02;

  private static final int RESULTS = 10;

  Finding weigh(Finding alone) {
    Asked asked = alone.asked();
    int words = asked.question().strip().split("\\s+").length;
    if (asked.bare()) {
      return new Finding.Confident(asked, ahead(alone.results()));
    }
    if (alone instanceof Finding.Nothing) {
      return asked.facetNamed() && words <= SHORT
          ? new Finding.Confident(asked, ahead(alone.results()))
          : alone;
    }
    List<Hit> weighed = weighed(alone.results(), words <= SHORT ? 40 : words <= MIDDLING ? 12 : 3);
    boolean isSame = weighed.getFirst().equals(alone.results().getFirst());
    return isSame ? alone : new Finding.Confident(asked, weighed);
  }

  private List<Hit> weighed(List<Hit> hits, double stay) {
    List<Hit> weighed = new ArrayList<>();
    double own = LEAST;
    for (Hit hit : hits) {
      if (hit.entitlement().equals(subject.id())) {
        own = Math.max(own, hit.score());
      } else {
        double share = subject.related().contains(hit.entitlement()) ? RELATED : 1;
        weighed.add(new Hit(hit.entitlement(), Math.min(1, hit.score() * share)));
      }
    }
    weighed.add(new Hit(subject.id(), Math.min(1, own * stay)));
    weighed.sort(
        Comparator.comparingDouble(Hit::score)
            .reversed()
            .thenComparing(hit -> !hit.entitlement().equals(subject.id()))
            .thenComparing(Hit::entitlement));
    return List.copyOf(weighed.subList(0, Math.min(RESULTS, weighed.size())));
  }

  /// The subject, ahead of whatever the words alone found.
  private List<Hit> ahead(List<Hit> hits) {
    EntitlementId id = subject.id();
    List<Hit> all = new ArrayList<>(List.of(new Hit(id, 1)));
    hits.stream().filter(hit -> !hit.entitlement().equals(id)).forEach(all::add);
    return List.copyOf(all.subList(0, Math.min(RESULTS, all.size())));
  }
}
