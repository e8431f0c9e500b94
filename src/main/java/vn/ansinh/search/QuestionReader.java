package vn.ansinh.search;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import vn.ansinh.search.facet.FacetModel;
import vn.ansinh.search.facet.FacetReader;
import vn.ansinh.search.facet.Sentence;
import vn.ansinh.search.phrase.AgeReader;
import vn.ansinh.search.phrase.GrammarWords;
import vn.ansinh.search.phrase.NamingNumbers;
import vn.ansinh.search.phrase.Negation;
import vn.ansinh.search.phrase.PhraseTree;
import vn.ansinh.text.Vietnamese;

/// Reads a question: repairs its words, sets filler apart, recognises the side asked about.
final class QuestionReader {
  private static final int LONGEST_TEXT = 3000;
  private static final int LONGEST_QUESTION = 160;

  private final PhraseTree<Role> plain = new PhraseTree<>();
  private final PhraseTree<List<Syllable>> synonyms = new PhraseTree<>();
  private final PhraseTree<BitSet> names = new PhraseTree<>();
  private final List<String> grammar = new ArrayList<>();
  private final Set<String> foldedGrammar = new HashSet<>();

  private final NamingNumbers naming = new NamingNumbers();

  private final Negation negation = new Negation();
  private final AgeReader ages;
  private final FacetReader facets;

  /// @param learnt which side questions ask about, as an earlier run learnt it; null to learn it
  QuestionReader(
      KnowledgeBase base, Abbreviations abbreviations, @Nullable Supplier<FacetModel> learnt) {
    Lexicon lexicon = base.lexicon();
    lexicon.stopPhrases().forEach(phrase -> plain.add(phrase, Role.FILLER));
    addGrammarWords();
    for (Lexicon.Synonym synonym : lexicon.synonyms()) {
      synonyms.add(synonym.said(), Syllables.of(synonym.written()));
    }
    readNames(base, abbreviations);
    facets =
        new FacetReader(
            lexicon.facets(),
            self -> learnt == null ? learn(self, base, abbreviations) : learnt.get());
    // Not today's year: the same question must find the same, whenever it is asked.
    ages =
        new AgeReader(
            base.all().stream().mapToInt(entry -> entry.reviewedOn().getYear()).max().orElse(0));
  }

  private FacetModel learn(FacetReader facets, KnowledgeBase base, Abbreviations abbreviations) {
    List<Map<Facet, List<String>>> examples = new ArrayList<>();
    examples.add(base.lexicon().facetExamples());
    base.all().forEach(entry -> examples.add(entry.examples()));
    return facets.learn(examples, text -> sentence(abbreviations.expandText(Syllables.of(text))));
  }

  FacetModel sides() {
    return facets.model();
  }

  private void readNames(KnowledgeBase base, Abbreviations abbreviations) {
    int number = 0;
    for (Entitlement entry : base.all()) {
      List<String> called = new ArrayList<>(entry.aliases());
      called.add(entry.title());
      called.add(entry.shortTitle());
      for (String name : called) {
        List<Syllable> words = abbreviations.expandText(Syllables.of(name));
        names.computeIfAbsent(words, BitSet::new).set(number);
        naming.add(words);
      }
      number++;
    }
  }

  Question read(String typed, Repair repair) {
    List<Syllable> words = repair.repair(shortened(Syllables.of(shortened(typed))));
    List<Role> roles = roles(words);
    FacetReader.Reading side = facets.read(sentence(words, roles));
    side.words().stream()
        .filter(at -> roles.get(at).weight() > Role.FACET.weight())
        .forEach(at -> roles.set(at, Role.FACET));
    Asked asked =
        new Asked(
            Vietnamese.nfc(typed), side.facet(), side.named(), isBare(words, roles), 0, false);
    List<Name> found = names(words);
    for (Name name : found) {
      for (int i = name.from(); i < name.to(); i++) {
        if (roles.get(i) == Role.FACET) {
          roles.set(i, Role.CONTENT);
        }
      }
    }
    negation.in(words).stream().forEach(at -> roles.set(at, Role.NEGATED));
    return new Question(asked, words, roles, links(words), found, ages.ages(words));
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

  private Sentence sentence(List<Syllable> words) {
    return sentence(words, roles(words));
  }

  private static Sentence sentence(List<Syllable> words, List<Role> roles) {
    BitSet filler = new BitSet();
    for (int i = 0; i < roles.size(); i++) {
      filler.set(i, roles.get(i) == Role.FILLER);
    }
    return new Sentence(words, filler);
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
        roles.add(naming.isQuantity(words.get(at)) ? Role.NUMBER : Role.CONTENT);
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
