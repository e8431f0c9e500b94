package vn.ansinh.conversation.meaning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Finding;
import vn.ansinh.search.Hit;

/// What a message means after what was said before it.
public final class Understanding {
  /// Each of two questions must be this clear by itself when they are about different entries.
  private static final double CLEAR = 0.8;

  /// What comes second for it must be less likely than this.
  private static final double NEXT = 0.7;

  /// Both their entries must be among the first that the whole message finds.
  private static final int AMONG = 6;

  private final KnowledgeBase base;
  private final Function<String, Finding> search;

  public Understanding(KnowledgeBase base, Function<String, Finding> search) {
    this.base = base;
    this.search = search;
  }

  /// @param subject what was spoken of; null when nothing is remembered
  /// @param facet the side it was spoken of from
  /// @param offered the entries that a clarifying question just offered
  /// @param rejected whether the message takes back what was understood
  public record Before(
      @Nullable Entitlement subject, Facet facet, Set<EntitlementId> offered, boolean rejected) {
    public Before {
      offered = Set.copyOf(offered);
    }

    private static Before about(Entitlement subject) {
      return new Before(subject, Facet.OVERVIEW, Set.of(), false);
    }
  }

  /// What each question in a message finds: one, or two in the order asked.
  public List<Finding> of(String text, Before before) {
    Finding whole = one(text, before);
    if (whole instanceof Finding.Ambiguous) {
      return List.of(whole);
    }
    return Halves.of(text).stream()
        .map(halves -> two(halves, before, whole))
        .filter(found -> found.size() == 2)
        .findFirst()
        .orElse(List.of(whole));
  }

  private Finding one(String text, Before before) {
    Finding alone = search.apply(text);
    Entitlement subject = before.subject;
    return subject == null
        ? alone
        : new FollowUp(base, subject, before)
            .weigh(alone, search.apply(subject.shortTitle() + ". " + text));
  }

  /// Empty when the halves are not clearly two questions.
  private List<Finding> two(Halves halves, Before before, Finding whole) {
    Finding left = search.apply(halves.first());
    Finding right = search.apply(halves.second());
    if (!left.asked().facetNamed() || !right.asked().facetNamed()) {
      return List.of();
    }
    if (halves.apart()
        && isClear(left, whole)
        && isClear(right, whole)
        && !first(left).equals(first(right))) {
      return List.of(left, right);
    }
    // "Giấy tờ gì và nộp ở đâu": a half without a subject takes the other's, or the remembered one.
    Optional<Entitlement> shared =
        whole instanceof Finding.Confident ? base.find(first(whole)) : Optional.empty();
    return shared.map(subject -> sides(halves, subject, before)).orElse(List.of());
  }

  private List<Finding> sides(Halves halves, Entitlement shared, Before before) {
    Finding left = one(halves.first(), before.subject == shared ? before : Before.about(shared));
    Finding right = one(halves.second(), Before.about(shared));
    boolean isBoth =
        left instanceof Finding.Confident
            && right instanceof Finding.Confident
            && first(left).equals(shared.id())
            && first(right).equals(shared.id())
            && left.asked().facet() != right.asked().facet()
            && left.asked().facet() != Facet.OVERVIEW
            && right.asked().facet() != Facet.OVERVIEW;
    return isBoth ? List.of(left, right) : List.of();
  }

  private static boolean isClear(Finding half, Finding whole) {
    return !half.asked().bare()
        && !half.results().isEmpty()
        && half.results().getFirst().score() >= CLEAR
        && !(half.results().size() > 1 && half.results().get(1).score() > NEXT)
        && whole.results().stream()
            .limit(AMONG)
            .map(Hit::entitlement)
            .anyMatch(first(half)::equals);
  }

  private static EntitlementId first(Finding finding) {
    return finding.results().getFirst().entitlement();
  }
}
