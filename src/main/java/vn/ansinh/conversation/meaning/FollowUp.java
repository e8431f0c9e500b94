package vn.ansinh.conversation.meaning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
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

  // A multinomial logistic regression, fitted to the follow-ups of dialogues-dev and
  // dialogues-learn, and to the questions of golden-dev after another subject.
  private static final double ALONE_SAYING_MUCH = 0.36;
  private static final double TELLING = 1.26;
  private static final double SAME = 6.85;
  private static final double SAME_SAYING_MUCH = -1.57;
  private static final double NEIGHBOUR = 2;
  private static final double NEIGHBOUR_SAYING_MUCH = 1.78;
  private static final double OFFERED_SAYING_MUCH = 8.6;

  /// The second must be this likely beside the first for both to be asked about.
  private static final double COMPETING = 0.5;

  private static final double ANSWER = 0.5;
  private static final double LEAST_OF_ANY = 0.01;
  private static final double LEAST_OF_A_SIDE = 0.15;

  // A logistic regression, fitted to the same and to questions that others must answer.
  private static final double CHANCE = 1.81;
  private static final double CHANCE_ALONE = 1.84;
  private static final double CHANCE_SAME = 4.65;
  private static final double CHANCE_NEIGHBOUR = 2.56;

  /// @param alone what the message finds by itself
  /// @param telling how much more each of some entries says the message's words than others do
  Finding weigh(Finding alone, Function<Set<EntitlementId>, Map<EntitlementId, Double>> telling) {
    Asked asked = alone.asked();
    List<Hit> likely = likely(asked, alone.results(), telling);
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
            && !isSubject(hits.getFirst().entitlement())
            && !isSubject(hits.get(1).entitlement())
            && hits.get(1).score() >= hits.getFirst().score() * COMPETING;
    Asked side = isNear(hits.getFirst().entitlement()) ? side(asked) : asked;
    return isAmbiguous ? new Finding.Ambiguous(side, hits, 2) : new Finding.Confident(side, hits);
  }

  /// Every entry that may be meant with its share of the likelihood, the likeliest first.
  private List<Hit> likely(
      Asked asked,
      List<Hit> alone,
      Function<Set<EntitlementId>, Map<EntitlementId, Double>> telling) {
    Map<EntitlementId, Double> own = logarithms(alone);
    Set<EntitlementId> all = new TreeSet<>(own.keySet());
    all.add(subject.id());
    all.addAll(before.offered());
    base.all().stream().map(Entitlement::id).filter(this::isNear).forEach(all::add);
    Map<EntitlementId, Double> told = telling.apply(all);
    List<Hit> likely = new ArrayList<>();
    double sum = 0;
    for (EntitlementId id : all) {
      double weight =
          ALONE_SAYING_MUCH * asked.substance() * own.getOrDefault(id, LEAST)
              + TELLING * told.getOrDefault(id, 0.0)
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
    double substance = asked.substance();
    double same = SAME + SAME_SAYING_MUCH * substance;
    if (isSubject(id)) {
      return isOfAnother(asked) ? 0 : same;
    }
    if (before.offered().contains(id)) {
      return Math.min(same, NEIGHBOUR + OFFERED_SAYING_MUCH * substance);
    }
    return isNear(id) && !asked.outright() ? NEIGHBOUR + NEIGHBOUR_SAYING_MUCH * substance : 0;
  }

  /// Whether the same subject is not to be preferred: the message names its own, or takes back what
  /// was understood. One that takes it back and names none corrects the side.
  private boolean isOfAnother(Asked asked) {
    return asked.outright() || (before.rejected() && !asked.bare());
  }

  private boolean isNear(EntitlementId id) {
    return isSubject(id)
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
    double same = share(likely, this::isSubject);
    double near = share(likely, id -> !isSubject(id) && isNear(id));
    double leaning =
        (CHANCE_SAME * same + CHANCE_NEIGHBOUR * near) * (1 - alone.asked().substance());
    double odds = CHANCE_ALONE * Math.log(own / Math.max(1e-6, 1 - own)) + CHANCE + leaning;
    return 1 / (1 + Math.exp(-odds));
  }

  private static double share(List<Hit> likely, Predicate<EntitlementId> which) {
    return likely.stream()
        .filter(hit -> which.test(hit.entitlement()))
        .mapToDouble(Hit::score)
        .sum();
  }

  private boolean isSubject(EntitlementId id) {
    return id.equals(subject.id());
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
