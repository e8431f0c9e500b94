package vn.ansinh.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.analysis.Vocabulary;

/// The knowledge base as counted words: one vector an entry, one a title, alias, example or
/// passage.
///
/// Terms are numbered through: syllables without marks, then with marks, then pairs without marks.
public final class Corpus {
  private final int elsewhere;
  private final List<Child> children;
  private final Vocabulary vocabulary;
  private final Profiles profiles;
  private List<List<Syllable>> words;
  private final int[] frequency;
  private final double[] rarity;
  private final int foldedSize;
  private final int markedSize;

  /// A text to be found: a title, an alias, an example question, or a passage with its entry's
  /// title.
  ///
  /// @param content its folded content syllables in order, empty for a passage
  /// @param roles the weight of each of them
  /// @param weight of all of them, by their roles and rarity
  /// @param terms all its terms, ascending; empty for a passage
  public record Child(int entry, int[] content, double[] roles, double weight, int[] terms) {
    boolean isPassage() {
      return terms.length == 0;
    }

    static void pack(List<Child> children, Packer to) {
      to.numbers(children.stream().mapToInt(Child::entry).toArray());
      to.many(children.stream().map(Child::content).toList());
      to.numbers(children.stream().flatMapToDouble(each -> Arrays.stream(each.roles)).toArray());
      to.numbers(children.stream().mapToDouble(Child::weight).toArray());
      to.many(children.stream().map(Child::terms).toList());
    }

    static List<Child> unpack(Unpacker from) {
      int[] entries = from.ints();
      List<int[]> contents = from.many();
      double[] roles = from.doubles();
      double[] weights = from.doubles();
      List<int[]> terms = from.many();
      List<Child> children = new ArrayList<>(entries.length);
      int at = 0;
      for (int i = 0; i < entries.length; i++) {
        int[] content = contents.get(i);
        double[] own = Arrays.copyOfRange(roles, at, at + content.length);
        children.add(new Child(entries[i], content, own, weights[i], terms.get(i)));
        at += content.length;
      }
      return children;
    }

    /// Which of the terms, by their numbers, this text holds.
    public boolean[] holds(TermSet asked) {
      boolean[] held = new boolean[asked.size()];
      for (int term : terms) {
        int number = asked.number(term);
        if (number >= 0) {
          held[number] = true;
        }
      }
      return held;
    }
  }

  /// @param words of each child, in their order
  /// @param places the entry of each child, and 1 for a passage
  /// @param weights how much each word of a text says about its subject
  Corpus(
      int elsewhere,
      Vocabulary vocabulary,
      List<List<Syllable>> words,
      List<int[]> places,
      Function<List<Syllable>, double[]> weights) {
    this.elsewhere = elsewhere;
    this.vocabulary = vocabulary;
    foldedSize = vocabulary.foldedSize();
    markedSize = vocabulary.markedSize();
    frequency = new int[foldedSize + markedSize + vocabulary.pairSize()];
    List<int[]> terms = words.stream().map(text -> terms(text).sorted().toArray()).toList();
    terms.forEach(all -> Arrays.stream(all).distinct().forEach(term -> frequency[term]++));
    rarity = new double[frequency.length + 1];
    for (int term = 0; term < rarity.length; term++) {
      int known = term < frequency.length ? frequency[term] : 0;
      rarity[term] = Math.log(1 + (words.size() - known + 0.5) / (known + 0.5));
    }
    children = new ArrayList<>(words.size());
    for (int i = 0; i < words.size(); i++) {
      children.add(child(places.get(i), words.get(i), terms.get(i), weights));
    }
    profiles = new Profiles(this, terms);
    this.words = words;
  }

  /// What [#pack] wrote.
  Corpus(Unpacker from) {
    elsewhere = from.number();
    vocabulary = new Vocabulary(from);
    foldedSize = vocabulary.foldedSize();
    markedSize = vocabulary.markedSize();
    frequency = from.ints();
    children = Child.unpack(from);
    rarity = from.doubles();
    profiles = new Profiles(from);
    words = List.of();
  }

  /// All but the words of the texts.
  void pack(Packer to) {
    to.number(elsewhere);
    vocabulary.pack(to);
    to.numbers(frequency);
    Child.pack(children, to);
    to.numbers(rarity);
    profiles.pack(to);
  }

  /// The words of all children, handed out once: the index needs them, nobody else does, and they
  /// are most of what a corpus would weigh.
  List<List<Syllable>> takeWords() {
    List<List<Syllable>> taken = words;
    words = List.of();
    return taken;
  }

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  public Child child(int number) {
    return children.get(number);
  }

  int termCount() {
    return frequency.length;
  }

  /// -1 when no text holds the word, like the others.
  public int folded(Syllable word) {
    return held(vocabulary.folded(word.folded()));
  }

  public int marked(Syllable word) {
    int id = vocabulary.marked(word.marked());
    return id < 0 ? -1 : held(foldedSize + id);
  }

  public int pair(Syllable first, Syllable second) {
    int id = vocabulary.pair(first, second);
    return id < 0 ? -1 : held(foldedSize + markedSize + id);
  }

  private int held(int term) {
    return term >= 0 && frequency[term] > 0 ? term : -1;
  }

  /// How rare a term is among the children, as BM25 has it; the rarest is the unknown.
  public double rarity(int term) {
    return rarity[term < 0 ? frequency.length : term];
  }

  /// What each entry's texts say of the terms, all together.
  ///
  /// @param entries no two the same
  public List<Profile> profiles(int[] entries, TermSet asked) {
    return profiles.of(entries, asked);
  }

  private Child child(
      int[] place, List<Syllable> words, int[] terms, Function<List<Syllable>, double[]> weights) {
    if (place[1] == 1) {
      return new Child(place[0], new int[0], new double[0], 0, new int[0]);
    }
    double[] all = weights.apply(words);
    int[] places = IntStream.range(0, all.length).filter(i -> all[i] > 0).toArray();
    int[] content = Arrays.stream(places).map(i -> folded(words.get(i))).toArray();
    double[] roles = Arrays.stream(places).mapToDouble(i -> all[i]).toArray();
    double weight = 0;
    for (int i = 0; i < content.length; i++) {
      weight += roles[i] * rarity(content[i]);
    }
    return new Child(place[0], content, roles, weight, Arrays.stream(terms).distinct().toArray());
  }

  /// The number under which all questions stand that others must answer, one more entry.
  public int elsewhere() {
    return elsewhere;
  }

  /// Every term of a text as often as it stands there.
  private IntStream terms(List<Syllable> words) {
    IntStream.Builder terms = IntStream.builder();
    for (int i = 0; i < words.size(); i++) {
      Syllable word = words.get(i);
      terms.add(vocabulary.folded(word.folded()));
      if (vocabulary.marked(word.marked()) >= 0) {
        terms.add(foldedSize + vocabulary.marked(word.marked()));
      }
      if (i > 0 && words.get(i - 1).phrase() == word.phrase()) {
        terms.add(foldedSize + markedSize + vocabulary.pair(words.get(i - 1), word));
      }
    }
    return terms.build();
  }
}
