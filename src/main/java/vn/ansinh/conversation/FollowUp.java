package vn.ansinh.conversation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Asked;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;

/// Weighs what a message finds by what was spoken of just before: the less it names a subject of
// its
/// own, the likelier it goes on about the same one or a neighbour.
///
/// @param offered the entries that a clarifying question just offered
/// @param rejected whether the message takes back what was understood: its subject may be the same,
/// but is not preferred
record FollowUp(
    KnowledgeBase base, Entitlement subject, Set<EntitlementId> offered, boolean rejected) {
  private static final int RESULTS = 10;

  /// The logarithm of how likely an entry is that was not found at all.
  private static final double LEAST = -7;

  // A multinomial logistic regression, fitted to follow-ups and to questions about something else.
  private static final double ALONE = 0.3;
  private static final double ALONE_SAYING_MUCH = 1.13;
  private static final double BESIDE = 0.5;
  private static final double SAME = 2.8;
  private static final double SAME_SAYING_MUCH = -2.9;
  private static final double NEIGHBOUR = 1;
  private static final double OFFERED = 2;

  /// The second must be this likely beside the first for both to be asked about.
  private static final double COMPETING = 0.5;

  private static final double ANSWER = 0.5;
  private static final double LEANING = 4;

  /// @param alone what the message finds by itself
  /// @param beside what it finds with the subject's name before it
  Finding weigh(Finding alone, Finding beside) {
    Asked asked = alone.asked();
    List<Hit> likely = likely(asked.substance(), alone.results(), beside.results());
    double chance = chance(alone, likely);
    if (chance < ANSWER) {
      return new Finding.Nothing(asked, alone.results());
    }
    List<Hit> hits =
        likely.stream()
            .limit(RESULTS)
            .map(hit -> new Hit(hit.entitlement(), chance * hit.score()))
            .toList();
    boolean isAmbiguous =
        alone instanceof Finding.Ambiguous
            && !rejected
            && hits.size() > 1
            && !isSubject(hits.getFirst())
            && !isSubject(hits.get(1))
            && hits.get(1).score() >= hits.getFirst().score() * COMPETING;
    return isAmbiguous ? new Finding.Ambiguous(asked, hits, 2) : new Finding.Confident(asked, hits);
  }

  /// Every entry that may be meant with its share of the likelihood, the likeliest first.
  private List<Hit> likely(double substance, List<Hit> alone, List<Hit> beside) {
    Map<EntitlementId, Double> own = logarithms(alone);
    Map<EntitlementId, Double> both = logarithms(beside);
    Set<EntitlementId> all = new TreeSet<>(own.keySet());
    all.addAll(both.keySet());
    all.add(subject.id());
    List<Hit> likely = new ArrayList<>();
    double sum = 0;
    for (EntitlementId id : all) {
      double weight =
          (ALONE + ALONE_SAYING_MUCH * substance) * own.getOrDefault(id, LEAST)
              + BESIDE * both.getOrDefault(id, LEAST)
              + nearness(id, substance);
      likely.add(new Hit(id, Math.exp(weight)));
      sum += Math.exp(weight);
    }
    double whole = sum;
    return likely.stream()
        .map(hit -> new Hit(hit.entitlement(), hit.score() / whole))
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::entitlement))
        .toList();
  }

  private double nearness(EntitlementId id, double substance) {
    if (id.equals(subject.id())) {
      return rejected ? 0 : SAME + SAME_SAYING_MUCH * substance;
    }
    if (offered.contains(id)) {
      return OFFERED;
    }
    boolean isNear =
        subject.related().contains(id)
            || base.find(id).filter(entry -> entry.area().equals(subject.area())).isPresent();
    return isNear ? NEIGHBOUR : 0;
  }

  /// How likely the message asks something that can be answered: what it finds by itself, or, the
  /// less it says, that it goes on about the subject.
  private double chance(Finding alone, List<Hit> likely) {
    if (alone.asked().bare()) {
      return 1;
    }
    double own = alone.results().isEmpty() ? 0.01 : alone.results().getFirst().score();
    double same =
        likely.stream().filter(this::isSubject).mapToDouble(Hit::score).findFirst().orElse(0);
    double leaning = LEANING * same * (1 - alone.asked().substance());
    double odds = own / Math.max(1e-6, 1 - own) * Math.exp(leaning);
    return odds / (1 + odds);
  }

  private boolean isSubject(Hit hit) {
    return hit.entitlement().equals(subject.id());
  }

  private static Map<EntitlementId, Double> logarithms(List<Hit> hits) {
    Map<EntitlementId, Double> logarithms = new HashMap<>();
    for (Hit hit : hits) {
      double share = hit.score() / Math.max(1e-9, hits.getFirst().score());
      logarithms.put(hit.entitlement(), Math.max(LEAST, Math.log(Math.max(1e-9, share))));
    }
    return logarithms;
  }
}
