package vn.ansinh.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import vn.ansinh.search.Question.Link;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.index.Clauses;
import vn.ansinh.search.index.Corpus;
import vn.ansinh.search.index.PassageIndex;
import vn.ansinh.search.index.TermSet;

/// A question's words as terms of one corpus, each with its weight, and as clauses of a query.
final class Terms {
  private static final double LINK = 0.5;
  private static final double VAGUE = 0.3;

  /// What a word with its marks tells of what it tells at all; the letters tell the rest.
  private static final double MARKS = 0.5;

  private final Question question;
  private final Corpus corpus;
  private final Clauses clauses;
  private final TermSet asked;
  private final int[] folded;
  private final int[] marked;
  private final int[] pairs;
  private final double[] weights;
  private final int[][] written;
  private final List<Told> tellers;
  private final double tellingNorm;
  private final boolean[] said;
  private double all;

  /// A word, or a pair of neighbours, that may tell one entry from another.
  ///
  /// @param number among the terms of the question
  /// @param isMarked whether its marks count
  record Told(
      int number, double weight, boolean isMarked, Syllable first, @Nullable Syllable second) {
    String field() {
      return second != null
          ? PassageIndex.PAIRS
          : isMarked ? PassageIndex.MARKED : PassageIndex.FOLDED;
    }

    String text() {
      return second != null
          ? PassageIndex.pair(first, second)
          : isMarked ? first.marked() : first.folded();
    }
  }

  Terms(Question question, Corpus corpus, Clauses clauses) {
    this.question = question;
    this.corpus = corpus;
    this.clauses = clauses;
    this.asked = clauses.terms();
    int size = question.words().size();
    folded = new int[size];
    marked = new int[size];
    pairs = new int[size];
    weights = new double[size];
    written = new int[question.links().size()][];
    addWords();
    addLinks();
    said = new boolean[asked.size()];
    for (int number : folded) {
      if (number >= 0) {
        said[number] = true;
      }
    }
    tellers = tellers();
    tellingNorm = Math.sqrt(Math.max(1, tellers.stream().mapToDouble(Told::weight).sum()));
  }

  /// The number of the word at a place, without marks, among all terms; -1 when no text holds it.
  int folded(int at) {
    return folded[at];
  }

  int marked(int at) {
    return marked[at];
  }

  /// The number of the word at a place with the next one; -1 when no text holds it.
  int pair(int at) {
    return pairs[at];
  }

  /// How much the word at a place says.
  double weight(int at) {
    return weights[at];
  }

  /// The numbers of the words that a link stands for.
  int[] written(int link) {
    return written[link];
  }

  /// The weight of the whole question.
  double all() {
    return all;
  }

  /// How much more an entry says the question's words than others do: the sum of what each tells,
  /// over the root of their weight, so that long stories do not outdo short questions.
  double telling(float[] telling) {
    double sum = 0;
    for (Told told : tellers) {
      sum += told.weight * telling[told.number];
    }
    return sum / tellingNorm;
  }

  /// What each of these words adds to that.
  Map<Told, Double> tellingParts(float[] telling) {
    Map<Told, Double> parts = new LinkedHashMap<>();
    for (Told told : tellers) {
      parts.merge(told, told.weight * telling[told.number] / tellingNorm, Double::sum);
    }
    return parts;
  }

  private List<Told> tellers() {
    List<Told> told = new ArrayList<>();
    List<Syllable> words = question.words();
    for (int i = 0; i < folded.length; i++) {
      double own = question.roles().get(i).telling();
      double marks = marked[i] < 0 ? 0 : MARKS;
      if (marks > 0) {
        told.add(new Told(marked[i], marks * own, true, words.get(i), null));
      }
      if (folded[i] >= 0) {
        told.add(new Told(folded[i], (1 - marks) * own, false, words.get(i), null));
      }
      if (pairs[i] >= 0) {
        double both = (own + question.roles().get(i + 1).telling()) / 2;
        told.add(new Told(pairs[i], both, false, words.get(i), words.get(i + 1)));
      }
    }
    for (int link = 0; link < written.length; link++) {
      for (int i = 0; i < written[link].length; i++) {
        if (written[link][i] >= 0) {
          Syllable word = question.links().get(link).written().get(i);
          told.add(new Told(written[link][i], LINK, false, word, null));
        }
      }
    }
    return told;
  }

  /// Whether the question says this term of the corpus, marks aside.
  boolean isAsked(int term) {
    int number = asked.number(term);
    return number >= 0 && said[number];
  }

  private void addWords() {
    List<Syllable> words = question.words();
    boolean isVague = question.roles().stream().allMatch(role -> role.weight() == 0);
    for (int i = 0; i < words.size(); i++) {
      int plain = corpus.folded(words.get(i));
      int own = corpus.marked(words.get(i));
      folded[i] = asked.add(plain);
      marked[i] = asked.add(own);
      pairs[i] = question.isPair(i) ? asked.add(corpus.pair(words.get(i), words.get(i + 1))) : -1;
      double role = isVague ? VAGUE : question.roles().get(i).weight();
      weights[i] = role * corpus.rarity(plain);
      role = plain < 0 && isLinked(i) ? LINK * role : role;
      all += weights[i];
      clauses.addWord(words.get(i), plain, own, role, true);
      if (question.isPair(i)) {
        double next = isVague ? VAGUE : question.roles().get(i + 1).weight();
        clauses.addPair(words.get(i), words.get(i + 1), (role + next) / 2, true);
      }
    }
  }

  private void addLinks() {
    for (int link = 0; link < written.length; link++) {
      List<Syllable> words = question.links().get(link).written();
      written[link] = new int[words.size()];
      for (int i = 0; i < words.size(); i++) {
        int plain = corpus.folded(words.get(i));
        written[link][i] = asked.add(plain);
        clauses.addWord(words.get(i), plain, corpus.marked(words.get(i)), LINK, false);
        if (i > 0) {
          clauses.addPair(words.get(i - 1), words.get(i), LINK, false);
        }
      }
    }
  }

  private boolean isLinked(int at) {
    for (Link link : question.links()) {
      if (link.from() <= at && at < link.to()) {
        return true;
      }
    }
    return false;
  }
}
