package vn.ansinh.search.facet;

import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.phrase.PhraseTree;

/// Recognises the side asked about. Set phrases alone mislead, because people put several into one
/// question ("giấy xác nhận làm lại bao lâu"); so a model learnt from examples weighs them with the
/// words around them. Without examples the strongest phrase decides.
public final class FacetReader {
  private static final Set<String> HAVE = Set.of("co", "duoc", "phai");
  private static final Set<String> NOT = Set.of("khong", "chua", "hong", "hay");

  private final PhraseTree<Facet> phrases = new PhraseTree<>();
  private final CompletableFuture<FacetModel> model;

  /// What was read.
  ///
  /// @param facet the side, OVERVIEW when nothing speaks for another
  /// @param named whether a set phrase names a side
  /// @param words places of the words of those phrases
  public record Reading(Facet facet, boolean named, BitSet words) {}

  /// @param strengths of the sides named: the longer a phrase, and the later, the stronger
  /// @param last the side named last, OVERVIEW when none is
  /// @param words places of the words of those phrases
  record Cues(Map<Facet, Double> strengths, Facet last, BitSet words) {}

  /// @param phrases that name a side
  /// @param learning asked in a thread of its own; the first question waits for what is left of it
  public FacetReader(Map<Facet, List<String>> phrases, Function<FacetReader, FacetModel> learning) {
    phrases.forEach((facet, all) -> all.forEach(phrase -> this.phrases.add(phrase, facet)));
    model = CompletableFuture.supplyAsync(() -> learning.apply(this), Thread::startVirtualThread);
  }

  /// @param examples questions by the side they ask about
  /// @param cut a question's text as a sentence
  public FacetModel learn(
      Collection<Map<Facet, List<String>>> examples, Function<String, Sentence> cut) {
    return FacetModel.learn(
        examples.stream()
            .flatMap(some -> some.entrySet().stream())
            .flatMap(
                side ->
                    side.getValue().stream().map(text -> example(side.getKey(), cut.apply(text))))
            .toList());
  }

  /// What it goes by, once it is learnt.
  public FacetModel model() {
    return model.join();
  }

  private FacetModel.Example example(Facet facet, Sentence sentence) {
    return new FacetModel.Example(facet, Signs.of(sentence, cues(sentence)));
  }

  public Reading read(Sentence sentence) {
    Cues cues = cues(sentence);
    boolean named = !cues.strengths.isEmpty();
    FacetModel learnt = model.join();
    Facet facet = learnt.isEmpty() ? strongest(cues) : learnt.likeliest(Signs.of(sentence, cues));
    return new Reading(facet, named, cues.words);
  }

  private Cues cues(Sentence sentence) {
    List<Syllable> words = sentence.words();
    Map<Facet, Double> strengths = new EnumMap<>(Facet.class);
    BitSet said = new BitSet();
    Facet last = Facet.OVERVIEW;
    for (int i = 0; i < words.size(); ) {
      var match = phrases.at(words, i);
      int length = match == null ? 1 : match.length();
      if (match != null && sentence.filler().nextClearBit(i) < i + length) {
        strengths.merge(match.value(), length + (double) i / words.size(), Math::max);
        said.set(i, i + length);
        last = match.value();
      }
      i += length;
    }
    if (strengths.isEmpty() && isWhether(words)) {
      strengths.put(Facet.WHO, 1.0);
    }
    return new Cues(strengths, last, said);
  }

  /// `có … không`, `được … chưa`: who asks whether mostly asks who.
  private static boolean isWhether(List<Syllable> words) {
    boolean isOpen = false;
    for (Syllable word : words) {
      if (isOpen && NOT.contains(word.folded())) {
        return true;
      }
      isOpen = isOpen || HAVE.contains(word.folded());
    }
    return false;
  }

  static Facet strongest(Cues cues) {
    Facet best = Facet.OVERVIEW;
    double bestScore = 0;
    for (Map.Entry<Facet, Double> entry : cues.strengths.entrySet()) {
      double score = entry.getKey() == Facet.OVERVIEW ? 0.01 : entry.getValue();
      if (score > bestScore) {
        best = entry.getKey();
        bestScore = score;
      }
    }
    return best;
  }
}
