package vn.ansinh.search.index;

import java.util.Arrays;

/// The distinct terms of a question, numbered from 0 as they come, so that what a text holds of
/// them is found in one walk over the text.
public final class TermSet {
  private static final int SPREAD = 0x9E3779B9;

  private int[] terms = new int[64];

  /// Open addressing: the number of a term plus one, 0 where there is none; a power of two long.
  private int[] table = new int[256];

  private int size;

  /// The number of the term from now on; -1 for a term that no text holds.
  public int add(int term) {
    if (term < 0) {
      return -1;
    }
    int at = place(term);
    if (table[at] == 0) {
      if (size == terms.length) {
        grow();
        at = place(term);
      }
      terms[size] = term;
      table[at] = ++size;
    }
    return table[at] - 1;
  }

  /// The number of a term, -1 when it was not added.
  public int number(int term) {
    return term < 0 ? -1 : table[place(term)] - 1;
  }

  public int size() {
    return size;
  }

  int term(int number) {
    return terms[number];
  }

  /// Where the term stands or would stand.
  private int place(int term) {
    int at = (term * SPREAD) >>> (32 - Integer.numberOfTrailingZeros(table.length));
    while (table[at] != 0 && terms[table[at] - 1] != term) {
      at = (at + 1) & (table.length - 1);
    }
    return at;
  }

  private void grow() {
    terms = Arrays.copyOf(terms, 2 * size);
    table = new int[4 * terms.length];
    for (int number = 0; number < size; number++) {
      table[place(terms[number])] = number + 1;
    }
  }
}
