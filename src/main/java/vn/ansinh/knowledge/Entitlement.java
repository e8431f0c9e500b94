package vn.ansinh.knowledge;

import static java.util.Collections.unmodifiableMap;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.ansinh.text.template.Template;

/// One entry of the knowledge base: one thing a citizen can be entitled to, or one section of the
/// programme.
///
/// @param shortTitle the words on a button, at most 28 characters
/// @param programme the section of the action programme it belongs to
/// @param examples questions as people type them, by the side they ask about
/// @param ages of the people it is for; empty when age does not matter
/// @param contact id of whom to ask
/// @param file path inside the knowledge directory
public record Entitlement(
    EntitlementId id,
    String title,
    String shortTitle,
    String area,
    String programme,
    Grade grade,
    String contact,
    LocalDate reviewedOn,
    List<String> aliases,
    Map<Facet, List<String>> examples,
    List<Ages> ages,
    List<EntitlementId> related,
    List<Basis> basis,
    List<Passage> passages,
    String file) {
  public Entitlement {
    aliases = List.copyOf(aliases);
    // In the order of the facets, so that every run numbers the texts alike.
    examples = examples.isEmpty() ? Map.of() : unmodifiableMap(new EnumMap<>(examples));
    ages = List.copyOf(ages);
    related = List.copyOf(related);
    basis = List.copyOf(basis);
    passages = List.copyOf(passages);
  }

  /// Years of age, both included.
  public record Ages(int from, int to) {
    private static final Pattern FORM = Pattern.compile("(\\d{1,3})-(\\d{1,3})?|-?(\\d{1,3})");

    /// Reads `75-`, `60-74` or `-5`; empty for anything else.
    public static Optional<Ages> of(String text) {
      Matcher matcher = FORM.matcher(text.strip());
      if (!matcher.matches()) {
        return Optional.empty();
      }
      boolean open = matcher.group(1) != null;
      int from = open ? Integer.parseInt(matcher.group(1)) : 0;
      String end = open ? matcher.group(2) : matcher.group(3);
      int to = end == null ? Integer.MAX_VALUE : Integer.parseInt(end);
      return from <= to ? Optional.of(new Ages(from, to)) : Optional.empty();
    }

    public boolean contains(int age) {
      return age >= from && age <= to;
    }
  }

  /// One facet's text as it holds between two dates.
  ///
  /// @param text Markdown with references still in place; [KnowledgeBase#text] resolves them for a
  /// day
  /// @param line where it begins in its file
  /// @param template the same text, read when it is first shown
  public record Passage(
      Facet facet,
      Period period,
      Grade grade,
      String text,
      int line,
      Template<Reference> template) {
    public Passage(Facet facet, Period period, Grade grade, String text, int line) {
      this(facet, period, grade, text, line, Template.of(text, Reference::of));
    }
  }

  /// What an entitlement rests on.
  ///
  /// @param document id of a legal document
  /// @param article as cited, `Điều 31`; empty when the whole document is meant
  /// @param facets the sides it carries; empty means all
  /// @param period the days on which it is cited
  /// @param line where it stands in the entitlement's file, from 1
  public record Basis(String document, String article, Set<Facet> facets, Period period, int line) {
    public Basis {
      facets = Set.copyOf(facets);
    }

    /// Whether it stands under this facet's text; the legal one cites every basis.
    public boolean carries(Facet facet) {
      return facet == Facet.LEGAL || facets.isEmpty() || facets.contains(facet);
    }
  }

  /// All its examples, side by side.
  public List<String> exampleTexts() {
    return examples.values().stream().flatMap(List::stream).toList();
  }

  public Optional<Passage> passage(Facet facet, LocalDate on) {
    return passages.stream()
        .filter(passage -> passage.facet() == facet && passage.period().contains(on))
        .findFirst();
  }

  /// The facets that say something on this day, in the order of the enumeration.
  public List<Facet> facets(LocalDate on) {
    return Stream.of(Facet.values()).filter(facet -> passage(facet, on).isPresent()).toList();
  }
}
