package vn.ansinh.conversation.meaning;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.search.Asked;
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

  /// From here on a clear message is not weighed by its subject: of dialogues-dev as many turns are
  /// right as without this limit, with .5 two fewer.
  private static final double MUCH = 0.6;

  private final KnowledgeBase base;
  private final Search search;

  public Understanding(KnowledgeBase base, Search search) {
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

    /// A clear question that says much, or names its subject outright, is not weighed by the one
    /// before it.
    private boolean changesNothing(Finding alone) {
      return alone instanceof Finding.Confident
          && offered.isEmpty()
          && (alone.asked().outright() || alone.asked().substance() >= MUCH && !rejected);
    }

    private static Before about(Entitlement subject) {
      return new Before(subject, Facet.OVERVIEW, Set.of(), false);
    }
  }

  /// What each question in a message finds: one, or two, in the order asked where both are asked.
  public List<Finding> of(String text, Before before) {
    Finding whole = one(text, search.find(text), before);
    if (whole instanceof Finding.Ambiguous) {
      return List.of(whole);
    }
    return Halves.of(text).stream()
        .map(halves -> two(halves, before, whole))
        .filter(found -> found.size() == 2)
        .findFirst()
        .orElse(List.of(whole));
  }

  /// @param alone what the text finds by itself
  private Finding one(String text, Finding alone, Before before) {
    Entitlement subject = before.subject;
    return subject == null || before.changesNothing(alone)
        ? alone
        : new FollowUp(base, subject, before)
            .weigh(alone, entries -> search.telling(text, entries));
  }

  /// Empty when the halves are not clearly two questions. Reading them is cheap, and mostly enough
  /// to know that they are not.
  private List<Finding> two(Halves halves, Before before, Finding whole) {
    Asked asked = search.read(halves.first());
    Asked then = search.read(halves.second());
    boolean isNamed = asked.facetNamed() && then.facetNamed();
    if (!isNamed || !(halves.apart() || areSides(asked.facet(), then.facet()))) {
      return List.of();
    }
    Finding left = search.find(halves.first());
    Finding right = search.find(halves.second());
    if (halves.apart()
        && isClear(left, whole)
        && isClear(right, whole)
        && !first(left).equals(first(right))) {
      return List.of(left, right);
    }
    // "Giấy tờ gì và nộp ở đâu": a half without a subject takes the other's, or the remembered one.
    Optional<Entitlement> shared =
        whole instanceof Finding.Confident && areSides(asked.facet(), then.facet())
            ? base.find(first(whole))
            : Optional.empty();
    return shared
        .map(subject -> ofOne(subject, halves, left, right, before))
        .map(found -> inOrder(found, halves, whole.asked().facet()))
        .orElse(List.of());
  }

  private List<Finding> ofOne(
      Entitlement subject, Halves halves, Finding left, Finding right, Before before) {
    Before about = Before.about(subject);
    Finding asked = one(halves.first(), left, subject.equals(before.subject) ? before : about);
    Finding then = one(halves.second(), right, about);
    return isAbout(subject, asked) && isAbout(subject, then) ? List.of(asked, then) : List.of();
  }

  /// "Con tôi đã có giấy xác nhận, mỗi tháng được bao nhiêu": what stands before a comma may only
  /// tell of somebody, and the message as a whole knows best what it asks.
  private static List<Finding> inOrder(List<Finding> found, Halves halves, Facet whole) {
    return !halves.apart() && found.size() == 2 && found.getLast().asked().facet() == whole
        ? found.reversed()
        : found;
  }

  private static boolean areSides(Facet asked, Facet then) {
    return asked != then && asked != Facet.OVERVIEW && then != Facet.OVERVIEW;
  }

  private static boolean isAbout(Entitlement subject, Finding finding) {
    return finding instanceof Finding.Confident && first(finding).equals(subject.id());
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
