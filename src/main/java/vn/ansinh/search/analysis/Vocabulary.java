package vn.ansinh.search.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;

/// The words of the collection with their counts, alone and in pairs: what repairs and weights go
/// by.
///
/// Every number counts as the one word `0` in pairs, so that "6 tháng" speaks for "7 tháng".
public final class Vocabulary {
  private static final int SPELLINGS = 12;

  /// The spellings that stand for every number and for both ends of a phrase.
  static final int NUMBER = 0;

  static final int EDGE = 1;

  private final Words folded;
  private final Words marked;
  private final PairCounts pairs;
  private final PairCounts markedPairs;
  private final List<int[]> spellings;

  public Vocabulary() {
    folded = new Words();
    marked = new Words();
    pairs = new PairCounts();
    markedPairs = new PairCounts();
    spellings = new ArrayList<>();
    folded.add("0");
    marked.add("#");
    marked.add(".");
  }

  /// What [#pack] wrote.
  public Vocabulary(Unpacker from) {
    folded = new Words(from);
    marked = new Words(from);
    pairs = new PairCounts(from);
    markedPairs = new PairCounts(from);
    spellings = from.many();
  }

  public void pack(Packer to) {
    folded.pack(to);
    marked.pack(to);
    pairs.pack(to);
    markedPairs.pack(to);
    to.many(spellings);
  }

  public void add(List<Syllable> text) {
    boolean hasMarks = Syllables.isMarked(text);
    int spelt = EDGE;
    for (int i = 0; i < text.size(); i++) {
      Syllable syllable = text.get(i);
      int id = folded.add(syllable.folded());
      boolean isFirst = i == 0 || text.get(i - 1).phrase() != syllable.phrase();
      if (!isFirst) {
        pairs.add(folded.word(text.get(i - 1)), folded.word(syllable));
      }
      if (hasMarks) {
        if (isFirst && i > 0) {
          markedPairs.add(spelt, EDGE);
        }
        int own = marked.addSpelling(syllable.marked(), spellings, id);
        int next = syllable.isNumber() ? NUMBER : own;
        markedPairs.add(isFirst ? EDGE : spelt, next);
        spelt = next;
      }
    }
    if (hasMarks) {
      markedPairs.add(spelt, EDGE);
    }
  }

  public int folded(String word) {
    return folded.id(word);
  }

  public int marked(String word) {
    return marked.id(word);
  }

  public int foldedSize() {
    return folded.texts.size();
  }

  public int markedSize() {
    return marked.texts.size();
  }

  public int pairSize() {
    return pairs.size();
  }

  /// The number of a pair of neighbours without marks, -1 when it was never seen.
  public int pair(Syllable first, Syllable second) {
    return pairs.number(folded.word(first), folded.word(second));
  }

  int count(String word) {
    int id = folded.id(word);
    return id < 0 ? 0 : folded.counts[id];
  }

  String foldedText(int id) {
    return folded.texts.get(id);
  }

  int pairCount(Syllable first, Syllable second) {
    return pairs.count(folded.word(first), folded.word(second));
  }

  /// The marked spellings of a folded word, the most frequent first, at most twelve.
  public int[] spellings(String word) {
    int id = folded.id(word);
    int[] known = id < 0 || id >= spellings.size() ? new int[0] : spellings.get(id);
    return known.length <= SPELLINGS ? known : Arrays.copyOf(known, SPELLINGS);
  }

  String markedText(int id) {
    return marked.texts.get(id);
  }

  /// The spelling of a word in pairs, -1 when it was never seen.
  int spelling(Syllable word) {
    return word.isNumber() ? NUMBER : marked.id(word.marked());
  }

  /// How likely a spelling is, given the one before it (-1: a word never seen).
  double likelihood(int before, int spelling) {
    return markedPairs.likelihood(before, spelling);
  }

  private static final class Words {
    final Map<String, Integer> ids;
    final List<String> texts;
    int[] counts;

    Words() {
      ids = new HashMap<>();
      texts = new ArrayList<>();
      counts = new int[256];
    }

    Words(Unpacker from) {
      texts = from.all(from::text);
      counts = from.ints();
      ids = HashMap.newHashMap(texts.size());
      for (int id = 0; id < texts.size(); id++) {
        ids.put(texts.get(id), id);
      }
    }

    void pack(Packer to) {
      to.all(texts, to::text);
      to.numbers(counts);
    }

    int id(String word) {
      Integer id = ids.get(word);
      return id == null ? -1 : id;
    }

    /// Every number is the one word 0.
    int word(Syllable syllable) {
      return syllable.isNumber() ? 0 : id(syllable.folded());
    }

    int add(String word) {
      Integer known = ids.get(word);
      int id = known == null ? texts.size() : known;
      if (known == null) {
        ids.put(word, id);
        texts.add(word);
        if (id == counts.length) {
          counts = Arrays.copyOf(counts, id * 2);
        }
      }
      counts[id]++;
      return id;
    }

    /// Adds a spelling of a folded word.
    int addSpelling(String spelling, List<int[]> spellings, int folded) {
      int before = texts.size();
      int id = add(spelling);
      while (spellings.size() <= folded) {
        spellings.add(new int[0]);
      }
      int[] known = spellings.get(folded);
      if (id == before) {
        known = Arrays.copyOf(known, known.length + 1);
        known[known.length - 1] = id;
        spellings.set(folded, known);
      }
      moveUp(known, id);
      return id;
    }

    /// Keeps words in the order of their counts when one of them has risen.
    void moveUp(int[] known, int id) {
      int at = known.length - 1;
      while (known[at] != id) {
        at--;
      }
      for (; at > 0 && counts[known[at - 1]] < counts[id]; at--) {
        known[at] = known[at - 1];
        known[at - 1] = id;
      }
    }
  }
}
