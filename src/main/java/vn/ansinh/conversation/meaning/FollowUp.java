package vn.ansinh.conversation.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import vn.ansinh.conversation.meaning.Understanding.Before;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Asked;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;
import vn.ansinh.text.Vietnamese;

/// Weighs what a message finds by what was spoken of just before: the less it names a subject,
/// the likelier it goes on about the same one or a neighbour.
record FollowUp(KnowledgeBase base, Entitlement subject, Before before) {
  private static final int RESULTS = 10;

  /// "Còn …", "… thì sao", "… thì mấy": the same question about another case; on folded words.
  private static final Pattern AGAIN =
      Pattern.compile("^(?:the |vay )?con |\\bthi (?:sao|may|the nao|nhu nao)\\b");

  /// The logarithm of how likely an entry is that was not found at all.
  private static final double LEAST = -7;

  // A multinomial logistic regression, fitted to follow-ups and to questions about something else;
  // SAME by hand from 2.8, since so many more examples pull "bao lâu có tiền" elsewhere.
  private static final double ALONE = 0.3;
  private static final double ALONE_SAYING_MUCH = 1.13;
  private static final double BESIDE = 0.5;
  private static final double SAME = 3.6;
  private static final double SAME_SAYING_MUCH = -2.9;
  private static final double NEIGHBOUR = 1;
  private static final double OFFERED_SAYING_MUCH = 3;

  /// The second must be this likely beside the first for both to be asked about.
  private static final double COMPETING = 0.5;

  private static final double ANSWER = 0.5;
  private static final double LEAST_OF_ANY = 0.01;
  private static final double LEAST_OF_A_SIDE = 0.15;
  private static final double LEANING = 4.5;

  /// @param alone what the message finds by itself
  /// @param beside what it finds with the subject's name before it
  Finding weigh(Finding alone, Finding beside) {
    Asked asked = alone.asked();
    List<Hit> likely = likely(asked, alone.results(), beside.results());
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
            && !before.rejected()
            && hits.size() > 1
            && !isSubject(hits.getFirst())
            && !isSubject(hits.get(1))
            && hits.get(1).score() >= hits.getFirst().score() * COMPETING;
    Asked side = isNear(hits.getFirst().entitlement()) ? side(asked) : asked;
    return isAmbiguous ? new Finding.Ambiguous(side, hits, 2) : new Finding.Confident(side, hits);
  }

  /// Every entry that may be meant with its share of the likelihood, the likeliest first.
  private List<Hit> likely(Asked asked, List<Hit> alone, List<Hit> beside) {
    double substance = asked.substance();
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
              + nearness(id, asked);
      likely.add(new Hit(id, Math.exp(weight)));
      sum += Math.exp(weight);
    }
    double whole = sum;
    return likely.stream()
        .map(hit -> new Hit(hit.entitlement(), hit.score() / whole))
        .sorted(Comparator.comparingDouble(Hit::score).reversed().thenComparing(Hit::entitlement))
        .toList();
  }

  private double nearness(EntitlementId id, Asked asked) {
    double offer = NEIGHBOUR + OFFERED_SAYING_MUCH * asked.substance();
    if (id.equals(subject.id())) {
      double same = isOfAnother(asked) ? 0 : SAME + SAME_SAYING_MUCH * asked.substance();
      return before.offered().isEmpty() ? same : Math.max(same, offer);
    }
    if (before.offered().contains(id)) {
      return offer;
    }
    return isNear(id) && !asked.outright() ? NEIGHBOUR : 0;
  }

  /// Whether the same subject is not to be preferred: the message names its own, or takes back what
  /// was understood. One that takes it back and names none corrects the side.
  private boolean isOfAnother(Asked asked) {
    return asked.outright() || (before.rejected() && !asked.bare());
  }

  private boolean isNear(EntitlementId id) {
    return id.equals(subject.id())
        || subject.related().contains(id)
        || base.find(id).filter(entry -> entry.area().equals(subject.area())).isPresent();
  }

  /// "Còn người thứ hai thì sao" asks for the amount again where the amount was spoken of; another
  /// person's papers or office are seldom others.
  private Asked side(Asked asked) {
    boolean isAgain =
        !asked.facetNamed()
            && AGAIN.matcher(Vietnamese.fold(asked.question())).find()
            && (before.facet() == Facet.AMOUNT || before.facet() == Facet.WHO);
    return isAgain ? asked.about(before.facet()) : asked;
  }

  /// How likely the message asks something that can be answered: what it finds by itself, or, the
  /// less it says, that it goes on about the subject.
  private double chance(Finding alone, List<Hit> likely) {
    if (alone.asked().bare()) {
      return 1;
    }
    double least = alone.asked().facetNamed() ? LEAST_OF_A_SIDE : LEAST_OF_ANY;
    double own =
        alone.results().isEmpty() ? least : Math.max(least, alone.results().getFirst().score());
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
