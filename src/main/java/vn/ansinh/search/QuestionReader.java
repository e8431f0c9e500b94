package vn.ansinh.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.ansinh.knowledge.Entitlement;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.knowledge.KnowledgeBase;
import vn.ansinh.knowledge.Lexicon;
import vn.ansinh.search.Question.Link;
import vn.ansinh.search.Question.Name;
import vn.ansinh.search.Question.Role;
import vn.ansinh.search.analysis.Abbreviations;
import vn.ansinh.search.analysis.Repair;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Syllables;
import vn.ansinh.search.phrase.AgeReader;
import vn.ansinh.search.phrase.GrammarWords;
import vn.ansinh.search.phrase.PhraseTree;
import vn.ansinh.text.Vietnamese;

/// Reads a question: repairs its words, sets filler apart, recognises the side asked about.
final class QuestionReader {
  private static final int LONGEST_TEXT = 3000;
  private static final int LONGEST_QUESTION = 160;

  private static final Set<String> HAVE = Set.of("co", "duoc", "phai");
  private static final Set<String> NOT = Set.of("khong", "chua", "hong", "hay");

  private final PhraseTree<Role> plain = new PhraseTree<>();
  private final PhraseTree<Facet> facets = new PhraseTree<>();
  private final PhraseTree<List<Syllable>> synonyms = new PhraseTree<>();
  private final PhraseTree<BitSet> names = new PhraseTree<>();
  private final List<String> grammar = new ArrayList<>();
  private final Set<String> foldedGrammar = new HashSet<>();
  private final AgeReader ages;

  QuestionReader(KnowledgeBase base, Abbreviations abbreviations) {
    Lexicon lexicon = base.lexicon();
    lexicon.stopPhrases().forEach(phrase -> plain.add(phrase, Role.FILLER));
    addGrammarWords();
    lexicon
        .facets()
        .forEach((facet, phrases) -> phrases.forEach(phrase -> facets.add(phrase, facet)));
    for (Lexicon.Synonym synonym : lexicon.synonyms()) {
      synonyms.add(synonym.said(), Syllables.of(synonym.written()));
    }
    readNames(base, abbreviations);
    // Not today's year: the same question must find the same, whenever it is asked.
    ages =
        new AgeReader(
            base.all().stream().mapToInt(entry -> entry.reviewedOn().getYear()).max().orElse(0));
  }

  private void readNames(KnowledgeBase base, Abbreviations abbreviations) {
    int number = 0;
    for (Entitlement entry : base.all()) {
      List<String> called = new ArrayList<>(entry.aliases());
      called.add(entry.title());
      called.add(entry.shortTitle());
      for (String name : called) {
        names
            .computeIfAbsent(abbreviations.expandText(Syllables.of(name)), BitSet::new)
            .set(number);
      }
      number++;
    }
  }

  Question read(String typed, Repair repair) {
    List<Syllable> words = repair.repair(shortened(Syllables.of(shortened(typed))));
    List<Role> roles = roles(words);
    Map<Facet, Double> named = nameFacets(words, roles);
    if (named.isEmpty() && isWhether(words)) {
      named.put(Facet.WHO, 1.0);
    }
    Facet facet = named.isEmpty() ? Facet.OVERVIEW : strongest(named);
    Asked asked = new Asked(Vietnamese.nfc(typed), facet, !named.isEmpty(), isBare(words, roles));
    List<Name> found = names(words);
    for (Name name : found) {
      for (int i = name.from(); i < name.to(); i++) {
        if (roles.get(i) == Role.FACET) {
          roles.set(i, Role.CONTENT);
        }
      }
    }
    return new Question(asked, words, roles, links(words), found, ages.ages(words));
  }

  /// `có … không`, `được … chưa`: who asks whether asks who.
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

  /// The words of grammar, which every vocabulary must know.
  List<String> grammar() {
    return grammar;
  }

  /// A follow-up often opens with a small word that, without marks, could be another: "the ho so
  /// thi sao".
  private boolean isBare(List<Syllable> words, List<Role> roles) {
    for (int i = 0; i < words.size(); i++) {
      boolean mayOpen =
          i == 0
              && words.size() > 2
              && words.getFirst().bare()
              && foldedGrammar.contains(words.getFirst().folded());
      if (!mayOpen && (roles.get(i) == Role.CONTENT || roles.get(i) == Role.NUMBER)) {
        return false;
      }
    }
    return !words.isEmpty();
  }

  /// Finds the facets' phrases; their words no longer count as subject.
  private Map<Facet, Double> nameFacets(List<Syllable> words, List<Role> roles) {
    Map<Facet, Double> named = new EnumMap<>(Facet.class);
    for (int i = 0; i < words.size(); ) {
      var match = facets.at(words, i);
      int length = match == null ? 1 : match.length();
      if (match != null && !isFiller(roles, i, length)) {
        named.merge(match.value(), length + (double) i / words.size(), Math::max);
        for (int j = i; j < i + length; j++) {
          if (roles.get(j).weight() > Role.FACET.weight()) {
            roles.set(j, Role.FACET);
          }
        }
      }
      i += length;
    }
    return named;
  }

  private List<Name> names(List<Syllable> words) {
    List<Name> found = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      var match = names.at(words, i);
      if (match != null) {
        found.add(new Name(i, i + match.length(), match.value()));
      }
    }
    return found;
  }

  /// How much each word of a text says about its subject.
  double[] weights(List<Syllable> words) {
    return roles(words).stream().mapToDouble(Role::weight).toArray();
  }

  /// The part each word plays, facets aside.
  private List<Role> roles(List<Syllable> words) {
    List<Role> roles = new ArrayList<>(words.size());
    while (roles.size() < words.size()) {
      int at = roles.size();
      var match = plain.at(words, at);
      if (match == null) {
        roles.add(words.get(at).isNumber() ? Role.NUMBER : Role.CONTENT);
      } else {
        for (int j = 0; j < match.length(); j++) {
          roles.add(match.value());
        }
      }
    }
    return roles;
  }

  private List<Link> links(List<Syllable> words) {
    List<Link> links = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      var match = synonyms.at(words, i);
      if (match != null) {
        links.add(new Link(i, i + match.length(), match.value()));
      }
    }
    return links;
  }

  private static boolean isFiller(List<Role> roles, int from, int length) {
    for (int i = from; i < from + length; i++) {
      if (roles.get(i) != Role.FILLER) {
        return false;
      }
    }
    return true;
  }

  private static Facet strongest(Map<Facet, Double> named) {
    Facet best = Facet.OVERVIEW;
    double bestScore = 0;
    for (Map.Entry<Facet, Double> entry : named.entrySet()) {
      double score = entry.getKey() == Facet.OVERVIEW ? 0.01 : entry.getValue();
      if (score > bestScore) {
        best = entry.getKey();
        bestScore = score;
      }
    }
    return best;
  }

  /// The head and the tail of an endless message; what is asked stands at one of them.
  static String shortened(String text) {
    int half = LONGEST_TEXT / 2;
    return text.length() <= LONGEST_TEXT
        ? text
        : text.substring(0, half) + "\n" + text.substring(text.length() - half);
  }

  static <T> List<T> shortened(List<T> words) {
    int half = LONGEST_QUESTION / 2;
    if (words.size() <= LONGEST_QUESTION) {
      return words;
    }
    List<T> kept = new ArrayList<>(words.subList(0, half));
    kept.addAll(words.subList(words.size() - half, words.size()));
    return kept;
  }

  private void addGrammarWords() {
    GrammarWords words = GrammarWords.read();
    words.function().forEach(word -> plain.add(word, Role.FUNCTION));
    words.kin().forEach(word -> plain.add(word, Role.KIN));
    for (String word : words.all()) {
      grammar.add(word);
      foldedGrammar.add(Vietnamese.fold(word));
    }
  }
}
