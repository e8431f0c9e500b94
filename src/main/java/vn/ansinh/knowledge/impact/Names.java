package vn.ansinh.knowledge.impact;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.LegalDocument;
import vn.ansinh.knowledge.Parameter;
import vn.ansinh.text.Vietnamese;

/// The words by which people call documents and parameters: id, number, printed name; capitals and
/// marks do not matter.
public final class Names {
  private static final double ENOUGH = 0.5;
  private static final int MOST = 3;

  private final List<Name> all;

  /// One of the words for a subject.
  private record Name(String text, Subject subject) {}

  private record Near(Name name, double likeness) {}

  /// What came of looking for a name.
  public sealed interface Lookup {}

  public record Found(Subject subject) implements Lookup {}

  /// @param near at most three names that look like it, the nearest first
  public record Unknown(List<String> near) implements Lookup {
    public Unknown {
      near = List.copyOf(near);
    }
  }

  private Names(List<Name> all) {
    this.all = all;
  }

  public static Names of(KnowledgeBase base) {
    return new Names(
        Stream.concat(
                base.documents().values().stream().flatMap(Names::of),
                base.parameters().values().stream().map(Names::of))
            .toList());
  }

  private static Stream<Name> of(LegalDocument document) {
    return Stream.of(document.id(), document.number(), document.name())
        .filter(text -> !text.isEmpty())
        .map(text -> new Name(text, new Subject.OfDocument(document)));
  }

  private static Name of(Parameter parameter) {
    return new Name(parameter.name(), new Subject.OfParameter(parameter));
  }

  public Lookup find(String name) {
    String asked = Vietnamese.fold(name.strip());
    return all.stream()
        .filter(known -> Vietnamese.fold(known.text).equals(asked))
        .findFirst()
        .<Lookup>map(known -> new Found(known.subject))
        .orElseGet(() -> new Unknown(near(asked)));
  }

  private List<String> near(String asked) {
    Set<Subject> seen = new HashSet<>();
    return all.stream()
        .map(name -> new Near(name, likeness(Vietnamese.fold(name.text), asked)))
        .filter(near -> near.likeness >= ENOUGH)
        .sorted(Comparator.comparingDouble(Near::likeness).reversed())
        .filter(near -> seen.add(near.name.subject))
        .limit(MOST)
        .map(near -> near.name.text)
        .toList();
  }

  /// The share of letter pairs that two texts have in common, from 0 to 1 (Dice).
  private static double likeness(String one, String other) {
    Set<String> pairs = pairs(one);
    Set<String> others = pairs(other);
    long common = pairs.stream().filter(others::contains).count();
    return pairs.isEmpty() || others.isEmpty() ? 0 : 2.0 * common / (pairs.size() + others.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
