package vn.ansinh.search.index;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;
import vn.ansinh.search.index.Corpus.Child;

/// Each entry as the sum of its texts: for BM25 over whole entries, and as a multinomial naive
/// Bayes model, smoothed towards all entries (Dirichlet prior), in which titles, aliases and
/// examples count fully and passages in part.
final class Profiles {
  private static final double K1 = 0.6;
  private static final double B = 0.6;
  private static final double PRIOR = 250;
  private static final double PASSAGE = 0.3;

  /// More of it in one passage says no more.
  private static final int MOST_IN_PASSAGE = 2;

  private static final double LEAST = -2;
  private static final double MOST = 4;

  private final List<Sums> entries;

  /// @param terms ascending
  /// @param absent what a term tells that the entry does not hold
  private record Sums(int[] terms, float[] weights, float[] telling, float absent) {}

  /// The counts of one entry before they are weighed: how often each term stands in all its texts,
  /// and as evidence.
  private static final class Counts {
    final TreeMap<Integer, double[]> terms = new TreeMap<>();
    double length;
    double evidence;

    void add(int term, int times, double tells) {
      double[] counts = terms.computeIfAbsent(term, _ -> new double[2]);
      counts[0] += times;
      counts[1] += tells;
      length += times;
      evidence += tells;
    }
  }

  /// @param terms of each child, ascending, as often as they stand there
  Profiles(Corpus corpus, List<int[]> terms) {
    List<Counts> counted = new ArrayList<>();
    for (int entry = 0; entry <= corpus.elsewhere(); entry++) {
      counted.add(new Counts());
    }
    for (int i = 0; i < terms.size(); i++) {
      Child child = corpus.child(i);
      count(corpus, child, terms.get(i), counted.get(child.entry()));
    }
    double average = counted.stream().mapToDouble(each -> each.length).average().orElse(1);
    double[] all = new double[corpus.termCount()];
    counted.forEach(each -> each.terms.forEach((term, counts) -> all[term] += counts[1]));
    double total = Arrays.stream(all).sum();
    entries = new ArrayList<>(counted.size());
    for (Counts each : counted) {
      entries.add(sums(each, average, all, total));
    }
  }

  Profiles(Unpacker from) {
    entries = from.all(() -> new Sums(from.ints(), from.floats(), from.floats(), from.floats()[0]));
  }

  void pack(Packer to) {
    to.all(
        entries,
        sums -> {
          to.numbers(sums.terms);
          to.numbers(sums.weights);
          to.numbers(sums.telling);
          to.numbers(new float[] {sums.absent});
        });
  }

  Profile of(int entry, TermSet asked) {
    Sums sums = entries.get(entry);
    float[] weights = new float[asked.size()];
    float[] telling = new float[weights.length];
    for (int number = 0; number < weights.length; number++) {
      int at = Arrays.binarySearch(sums.terms, asked.term(number));
      weights[number] = at < 0 ? 0 : sums.weights[at];
      telling[number] = at < 0 ? sums.absent : sums.telling[at];
    }
    return new Profile(weights, telling);
  }

  private static void count(Corpus corpus, Child child, int[] terms, Counts counts) {
    for (int at = 0; at < terms.length; ) {
      int times = 1;
      while (at + times < terms.length && terms[at + times] == terms[at]) {
        times++;
      }
      double tells =
          corpus.isMarked(terms[at])
              ? 0
              : child.isPassage() ? PASSAGE * Math.min(times, MOST_IN_PASSAGE) : times;
      counts.add(terms[at], times, tells);
      at += times;
    }
  }

  private static Sums sums(Counts counts, double average, double[] all, double total) {
    int size = counts.terms.size();
    int[] terms = new int[size];
    float[] weights = new float[size];
    float[] telling = new float[size];
    double norm = K1 * (1 - B + B * counts.length / average);
    int at = 0;
    for (var term : counts.terms.entrySet()) {
      double times = term.getValue()[0];
      double usual = all[term.getKey()] / total;
      terms[at] = term.getKey();
      weights[at] = (float) (times / (times + norm));
      telling[at++] =
          tells((term.getValue()[1] + PRIOR * usual) / ((counts.evidence + PRIOR) * usual));
    }
    return new Sums(terms, weights, telling, tells(PRIOR / (counts.evidence + PRIOR)));
  }

  private static float tells(double ratio) {
    return (float) Math.clamp(Math.log(ratio), LEAST, MOST);
  }
}
