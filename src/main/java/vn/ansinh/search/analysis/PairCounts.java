package vn.ansinh.search.analysis;

import java.util.Arrays;
import vn.ansinh.pack.Packer;
import vn.ansinh.pack.Unpacker;

/// Counts of pairs of ids, each pair with a dense number of its own; open addressing, no boxing.
final class PairCounts {
  private static final double DISCOUNT = 0.75;

  /// What a second follows that no pair has.
  private static final double LEAST = 0.1;

  private long[] keys;
  private int[] numbers;
  private int[] counts;
  private int size;

  /// By first: how many pairs it has, and how often all of them stand.
  private int[] followers = new int[256];

  private int[] followed = new int[256];

  /// By second: how many pairs it has.
  private int[] preceding = new int[256];

  PairCounts() {
    keys = new long[1 << 10];
    numbers = new int[1 << 10];
    counts = new int[512];
    Arrays.fill(keys, -1);
  }

  PairCounts(Unpacker from) {
    keys = from.longs();
    numbers = from.ints();
    counts = from.ints();
    size = from.number();
    for (int slot = 0; slot < keys.length; slot++) {
      if (keys[slot] >= 0) {
        note(keys[slot], true, counts[numbers[slot]]);
      }
    }
  }

  void pack(Packer to) {
    to.numbers(keys);
    to.numbers(numbers);
    to.numbers(counts);
    to.number(size);
  }

  int size() {
    return size;
  }

  void add(int first, int second) {
    long key = key(first, second);
    int slot = slot(keys, key);
    note(key, keys[slot] < 0, 1);
    if (keys[slot] < 0) {
      if (size == counts.length) {
        grow();
        slot = slot(keys, key);
      }
      keys[slot] = key;
      numbers[slot] = size++;
    }
    counts[numbers[slot]]++;
  }

  /// The pair's number, -1 when it was never seen.
  int number(int first, int second) {
    if (first < 0 || second < 0) {
      return -1;
    }
    int slot = slot(keys, key(first, second));
    return keys[slot] < 0 ? -1 : numbers[slot];
  }

  int count(int first, int second) {
    int number = number(first, second);
    return number < 0 ? 0 : counts[number];
  }

  /// How likely the second follows the first, -1 for a first that is not known: interpolated
  /// Kneser-Ney (Kneser and Ney, 1995), so that what follows many words is likely after any, and
  /// what follows one only there.
  double likelihood(int first, int second) {
    double anywhere = (of(preceding, second) + LEAST) / (size + 1);
    int times = first < 0 ? 0 : of(followed, first);
    if (times == 0) {
      return anywhere;
    }
    double seen = Math.max(0, count(first, second) - DISCOUNT);
    return (seen + DISCOUNT * of(followers, first) * anywhere) / times;
  }

  private void note(long key, boolean isNew, int times) {
    int first = (int) (key >>> 32);
    int second = (int) key;
    int length = Math.max(first, second) + 1;
    if (length > followed.length) {
      followers = Arrays.copyOf(followers, 2 * length);
      followed = Arrays.copyOf(followed, 2 * length);
      preceding = Arrays.copyOf(preceding, 2 * length);
    }
    followed[first] += times;
    followers[first] += isNew ? 1 : 0;
    preceding[second] += isNew ? 1 : 0;
  }

  private static int of(int[] counts, int id) {
    return id < counts.length ? counts[id] : 0;
  }

  private void grow() {
    long[] biggerKeys = new long[keys.length * 2];
    int[] biggerNumbers = new int[keys.length * 2];
    Arrays.fill(biggerKeys, -1);
    for (int i = 0; i < keys.length; i++) {
      if (keys[i] >= 0) {
        int slot = slot(biggerKeys, keys[i]);
        biggerKeys[slot] = keys[i];
        biggerNumbers[slot] = numbers[i];
      }
    }
    keys = biggerKeys;
    numbers = biggerNumbers;
    counts = Arrays.copyOf(counts, counts.length * 2);
  }

  private static long key(int first, int second) {
    return ((long) first << 32) | second;
  }

  private static int slot(long[] keys, long key) {
    long mixed = key * 0x9E3779B97F4A7C15L;
    int slot = (int) (mixed >>> 40) & (keys.length - 1);
    while (keys[slot] >= 0 && keys[slot] != key) {
      slot = (slot + 1) & (keys.length - 1);
    }
    return slot;
  }
}
