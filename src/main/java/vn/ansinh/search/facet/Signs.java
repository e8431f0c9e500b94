package vn.ansinh.search.facet;

import java.util.Arrays;
import java.util.List;
import vn.ansinh.knowledge.Facet;
import vn.ansinh.search.analysis.Syllable;

/// What of a question may show its side, as numbered signs with weights: one to three neighbouring
/// words without marks, pairs around a gap, single words with their marks, and the sides that set
/// phrases name.
///
/// Without marks all questions look alike, however they were typed; the marks tell `đâu` from `dầu`
/// where they are known. Numbers are all written as one. Of a long story the end counts most.
final class Signs {
  private static final int LONGEST = 3;
  private static final int END = 14;
  private static final float BEFORE_END = 0.3f;

  /// A set phrase says more than the words it is made of.
  private static final float CUE = 1.5f;

  private static final String NUMBER = "#";

  private Signs() {}

  /// The signs of one question: each has its number and its weight, and stands once.
  record Weighted(int[] numbers, float[] weights) {}

  static Weighted of(Sentence sentence, FacetReader.Cues cues) {
    Found found = new Found(sentence.words().size());
    found.readWords(sentence);
    found.addNeighbours();
    for (Facet facet : cues.strengths().keySet()) {
      found.put(mixed(1, facet.key().hashCode()), CUE);
    }
    String strongest = FacetReader.strongest(cues).key();
    found.put(mixed(2, (strongest + cues.strengths().isEmpty()).hashCode()), CUE);
    found.put(mixed(5, cues.last().key().hashCode()), CUE);
    return found.weighted();
  }

  private static int mixed(int hash, int next) {
    int mixed = (hash ^ next) * 0x9E3779B1;
    return mixed ^ mixed >>> 15;
  }

  private static final class Found {
    private final int length;
    private final int[] tokens;
    private final int[] places;
    private final long[] found;
    private int count;
    private int put;

    Found(int length) {
      this.length = length;
      tokens = new int[2 * length + 2];
      places = new int[2 * length + 2];
      found = new long[(LONGEST + 1) * tokens.length + length + Facet.values().length + 2];
    }

    private void readWords(Sentence sentence) {
      List<Syllable> words = sentence.words();
      append("<", 0);
      for (int i = 0; i < length; i++) {
        Syllable word = words.get(i);
        if (i > 0 && word.phrase() != words.get(i - 1).phrase()) {
          append("|", i);
        }
        if (!sentence.filler().get(i)) {
          append(word.isNumber() ? NUMBER : word.folded(), i);
          if (!word.marked().equals(word.folded())) {
            put(mixed(6, word.marked().hashCode()), weight(count - 1));
          }
        }
      }
      append(">", length);
    }

    private void append(String token, int place) {
      tokens[count] = token.hashCode();
      places[count++] = place;
    }

    private void addNeighbours() {
      for (int from = 0; from < count; from++) {
        int hash = 3;
        for (int to = from; to < Math.min(count, from + LONGEST); to++) {
          hash = mixed(hash, tokens[to]);
          put(hash, weight(to));
        }
        if (from + 2 < count) {
          put(mixed(mixed(4, tokens[from]), tokens[from + 2]), weight(from + 2));
        }
      }
    }

    private float weight(int at) {
      return length - places[at] <= END ? 1 : BEFORE_END;
    }

    private void put(int hash, float weight) {
      found[put++] = (long) hash << Integer.SIZE | Float.floatToIntBits(weight);
    }

    /// Of a sign found twice, the greater weight: it comes last in order.
    private Weighted weighted() {
      Arrays.sort(found, 0, put);
      int[] numbers = new int[put];
      float[] weights = new float[put];
      int size = 0;
      for (int i = 0; i < put; i++) {
        int number = (int) (found[i] >> Integer.SIZE);
        if (i + 1 == put || number != (int) (found[i + 1] >> Integer.SIZE)) {
          numbers[size] = number;
          weights[size++] = Float.intBitsToFloat((int) found[i]);
        }
      }
      return new Weighted(Arrays.copyOf(numbers, size), Arrays.copyOf(weights, size));
    }
  }
}
