package vn.ansinh.console.broadcasts.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.ansinh.citizen.audience.Audience;
import vn.ansinh.console.Visit;

/// An audience as the form shows it.
///
/// @param in keys of [Circles] that are ticked
/// @param out keys of those who are left out
public record Chosen(Who who, Join join, Set<String> in, Set<String> out) {
  public static final Chosen NOTHING = new Chosen(Who.CHOSEN, Join.EACH, Set.of(), Set.of());

  /// Who gets it.
  public enum Who {
    EVERYONE,
    CHOSEN,
    /// As it is kept: the form has no boxes for it.
    KEPT
  }

  /// What the ticked boxes make together.
  public enum Join {
    /// One of the boxes of each kind that has any.
    EACH,
    /// One of all boxes.
    ANY,
    /// All boxes.
    ALL
  }

  public static Chosen of(Visit visit, Circles circles) {
    Set<String> in = new LinkedHashSet<>();
    Set<String> out = new LinkedHashSet<>();
    for (Circles.Circle circle : circles.all()) {
      if (!visit.field("in." + circle.key()).isEmpty()) {
        in.add(circle.key());
      }
      if (!visit.field("out." + circle.key()).isEmpty()) {
        out.add(circle.key());
      }
    }
    Who who =
        switch (visit.field("who")) {
          case "EVERYONE" -> Who.EVERYONE;
          case "KEPT" -> Who.KEPT;
          default -> Who.CHOSEN;
        };
    Join join =
        switch (visit.field("join")) {
          case "ANY" -> Join.ANY;
          case "ALL" -> Join.ALL;
          default -> Join.EACH;
        };
    return new Chosen(who, join, in, out);
  }

  /// Empty when nothing is ticked, and for what is kept.
  public Optional<Audience> audience() {
    Optional<Audience> of =
        switch (who) {
          case EVERYONE -> Optional.of(new Audience.Everyone());
          case CHOSEN -> in.isEmpty() ? Optional.empty() : Optional.of(joined());
          case KEPT -> Optional.empty();
        };
    return out.isEmpty() ? of : of.map(all -> new Audience.Without(all, any(leaves(out))));
  }

  private Audience joined() {
    List<Audience> leaves = leaves(in);
    return switch (join) {
      case ANY -> any(leaves);
      case ALL -> every(leaves);
      case EACH -> {
        Map<String, List<Audience>> kinds = new LinkedHashMap<>();
        for (String key : in) {
          kinds
              .computeIfAbsent(Circles.kind(key), _ -> new ArrayList<>())
              .add(Circles.audience(key));
        }
        yield every(kinds.values().stream().map(Chosen::any).toList());
      }
    };
  }

  private static List<Audience> leaves(Set<String> keys) {
    return keys.stream().map(Circles::audience).toList();
  }

  private static Audience any(List<Audience> of) {
    return of.size() == 1 ? of.getFirst() : new Audience.Any(of);
  }

  private static Audience every(List<Audience> of) {
    return of.size() == 1 ? of.getFirst() : new Audience.Every(of);
  }

  /// The boxes that make an audience; what no boxes make is kept as it is.
  public static Chosen of(Audience audience) {
    for (Who who : List.of(Who.EVERYONE, Who.CHOSEN)) {
      for (Join join : Join.values()) {
        Chosen tried = new Chosen(who, join, Set.of(), Set.of()).like(audience);
        if (tried.audience().equals(Optional.of(audience))) {
          return tried;
        }
      }
    }
    return new Chosen(Who.KEPT, Join.EACH, Set.of(), Set.of());
  }

  /// With every box ticked that the audience names.
  private Chosen like(Audience audience) {
    return audience instanceof Audience.Without(Audience of, Audience those)
        ? new Chosen(who, join, keys(of), keys(those))
        : new Chosen(who, join, keys(audience), Set.of());
  }

  private static Set<String> keys(Audience audience) {
    Set<String> keys = new LinkedHashSet<>();
    audience
        .leaves()
        .filter(leaf -> !(leaf instanceof Audience.Everyone))
        .forEach(leaf -> keys.add(Circles.key(leaf)));
    return keys;
  }
}
