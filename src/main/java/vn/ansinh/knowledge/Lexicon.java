package vn.ansinh.knowledge;

import java.util.List;
import java.util.Map;

/// What people type: words only, no rules.
///
/// @param abbreviations abbreviation to its readings, lower case
/// @param synonyms pairs, what people say and what the entries say
/// @param stopPhrases polite filler that carries no subject
/// @param facets the words that show which side is asked
/// @param facetExamples questions of every kind, by the side they ask about
/// @param courtesies kind (`greeting`, `thanks`, `emergency-115` …) to phrases
/// @param elsewhere questions that people ask and that others must answer
public record Lexicon(
    Map<String, List<String>> abbreviations,
    List<Synonym> synonyms,
    List<String> stopPhrases,
    Map<Facet, List<String>> facets,
    Map<Facet, List<String>> facetExamples,
    Map<String, List<String>> courtesies,
    List<String> elsewhere) {
  public static final Lexicon EMPTY =
      new Lexicon(Map.of(), List.of(), List.of(), Map.of(), Map.of(), Map.of(), List.of());

  public record Synonym(String said, String written) {}
}
