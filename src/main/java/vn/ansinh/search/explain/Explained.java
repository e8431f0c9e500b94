package vn.ansinh.search.explain;

import java.util.List;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement.Ages;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.knowledge.Facet;

/// Everything that led from a question to a finding.
///
/// @param candidates all entries that were weighed, best first
public record Explained(Read read, List<Candidate> candidates, Verdict verdict) {
  public Explained {
    candidates = List.copyOf(candidates);
  }

  /// How the question was read.
  ///
  /// @param isApart whether its marks came as characters of their own (NFD)
  /// @param facet the side it is taken to ask about
  /// @param isFacetNamed whether it says so itself
  /// @param isBare whether it has no subject of its own
  /// @param sides phrases that name a side
  /// @param meanings what some of its words may be called in the texts
  /// @param names words that are a title or an alias
  /// @param ages in years
  public record Read(
      boolean isApart,
      List<Word> words,
      Facet facet,
      boolean isFacetNamed,
      boolean isBare,
      List<Side> sides,
      List<Meaning> meanings,
      List<Name> names,
      List<Integer> ages) {}

  /// @param typed what was typed for it, in lower case
  /// @param read the word it was taken for
  /// @param weight how much it says of the subject: the part it plays times its rarity
  public record Word(
      String typed, String read, List<Step> steps, Role role, boolean isKnown, double weight) {}

  /// What became of a word that was typed.
  public enum Step {
    /// One placement of tones, one choice of i and y.
    NORMALISED,
    SPLIT,
    /// The keys of an input method, typed without it.
    KEYS,
    ABBREVIATION,
    TYPO,
    MARKS
  }

  /// The part a word plays in a question.
  public enum Role {
    FILLER,
    FUNCTION,
    KIN,
    FACET,
    NUMBER,
    NEGATED,
    CONTENT
  }

  public record Side(String phrase, Facet facet) {}

  public record Meaning(String said, String written) {}

  public record Name(String said, List<EntitlementId> entries) {}

  /// An entry that was weighed.
  ///
  /// @param score as in the finding: how likely the question means it
  /// @param rank the sum of the parts' amounts, by which entries are ordered
  /// @param why null for entries that were not asked about
  public record Candidate(
      EntitlementId entry, double score, double rank, List<Part> parts, @Nullable Why why) {}

  /// One reason among those that are added up.
  public record Part(Kind kind, double value, double factor) {
    public double amount() {
      return value * factor;
    }
  }

  /// The reasons for an entry; `ELSEWHERE` speaks against all of them, `NONE` is what a question
  /// without any reason starts from.
  public enum Kind {
    WHOLE,
    LIKENESS,
    NAMED,
    TELLING,
    AGE,
    ELSEWHERE,
    NONE
  }

  /// @param text the entry's text that Lucene ranks best
  /// @param textScore its score, a share of what a text with the whole question has
  /// @param textTerms what each term adds to that; the strongest first, as in the lists below
  /// @param wholeTerms the same of all its texts together: what makes WHOLE
  /// @param tellingTerms how much more the entry says a term than others do: what makes TELLING
  /// @param alike the text that is most like the question, null when none is
  /// @param named the words that name the entry
  /// @param ages whom it is for
  public record Why(
      Text text,
      double textScore,
      List<Term> textTerms,
      List<Term> wholeTerms,
      List<Term> tellingTerms,
      @Nullable Text alike,
      @Nullable String named,
      List<Ages> ages) {}

  /// @param kind of the text
  /// @param words as written in the knowledge base; of a passage its beginning
  public record Text(Source kind, String words) {}

  /// @param field folded, marked or pairs
  /// @param in the kinds of the entry's texts that hold it; none when it does not stand there
  public record Term(String field, String term, double score, List<Source> in) {}

  /// What an entry is found by.
  public enum Source {
    TITLE,
    ALIAS,
    EXAMPLE,
    PASSAGE
  }

  /// Why the finding is what it is.
  ///
  /// @param chance that the question is about the first entry and not about something else
  /// @param parts whose sum makes the chance (logistic)
  /// @param certainty what is left of the chance; less than 1 for a question without a subject
  /// @param answer the least score that answers
  /// @param near from this score on, others compete with the first
  /// @param competing how many there are, the first among them; 0 when nothing answers
  public record Verdict(
      double chance,
      List<Part> parts,
      double certainty,
      double answer,
      double near,
      int competing) {}
}
