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

  /// Where the entries that hold a term begin; one more than there are terms.
  private final int[] starts;

  /// By term, then ascending.
  private final int[] entries;

  private final float[] weights;
  private final float[] telling;

  /// By entry: what a term tells that it does not hold.
  private final float[] absent;

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
      count(child, terms.get(i), counted.get(child.entry()));
    }
    double average = counted.stream().mapToDouble(each -> each.length).average().orElse(1);
    double[] all = new double[corpus.termCount()];
    counted.forEach(each -> each.terms.forEach((term, counts) -> all[term] += counts[1]));
    double total = Arrays.stream(all).sum();
    starts = starts(counted, all.length);
    entries = new int[starts[all.length]];
    weights = new float[entries.length];
    telling = new float[entries.length];
    absent = new float[counted.size()];
    int[] next = Arrays.copyOf(starts, all.length);
    for (int entry = 0; entry < absent.length; entry++) {
      sum(entry, counted.get(entry), average, all, total, next);
    }
  }

  Profiles(Unpacker from) {
    starts = from.ints();
    entries = from.ints();
    weights = from.floats();
    telling = from.floats();
    absent = from.floats();
  }

  void pack(Packer to) {
    to.numbers(starts);
    to.numbers(entries);
    to.numbers(weights);
    to.numbers(telling);
    to.numbers(absent);
  }

  /// Of all entries at once: term by term, because those that hold it lie side by side.
  List<Profile> of(int[] wanted, TermSet asked) {
    int[] places = new int[absent.length];
    List<Profile> profiles = new ArrayList<>(wanted.length);
    for (int entry : wanted) {
      float[] none = new float[asked.size()];
      Arrays.fill(none, absent[entry]);
      profiles.add(new Profile(new float[asked.size()], none));
      places[entry] = profiles.size();
    }
    for (int number = 0; number < asked.size(); number++) {
      int term = asked.term(number);
      for (int at = starts[term]; at < starts[term + 1]; at++) {
        int place = places[entries[at]] - 1;
        if (place >= 0) {
          profiles.get(place).weights()[number] = weights[at];
          profiles.get(place).telling()[number] = telling[at];
        }
      }
    }
    return profiles;
  }

  private static int[] starts(List<Counts> counted, int terms) {
    int[] starts = new int[terms + 1];
    counted.forEach(each -> each.terms.keySet().forEach(term -> starts[term + 1]++));
    Arrays.parallelPrefix(starts, Integer::sum);
    return starts;
  }

  private static void count(Child child, int[] terms, Counts counts) {
    for (int at = 0; at < terms.length; ) {
      int times = 1;
      while (at + times < terms.length && terms[at + times] == terms[at]) {
        times++;
      }
      double tells = child.isPassage() ? PASSAGE * Math.min(times, MOST_IN_PASSAGE) : times;
      counts.add(terms[at], times, tells);
      at += times;
    }
  }

  /// @param next where the next entry of each term goes
  private void sum(
      int entry, Counts counts, double average, double[] all, double total, int[] next) {
    double norm = K1 * (1 - B + B * counts.length / average);
    counts.terms.forEach(
        (term, count) -> {
          int at = next[term]++;
          double usual = all[term] / total;
          entries[at] = entry;
          weights[at] = (float) (count[0] / (count[0] + norm));
          telling[at] = tells((count[1] + PRIOR * usual) / ((counts.evidence + PRIOR) * usual));
        });
    absent[entry] = tells(PRIOR / (counts.evidence + PRIOR));
  }

  private static float tells(double ratio) {
    return (float) Math.clamp(Math.log(ratio), LEAST, MOST);
  }
}
