package vn.ansinh.search;

import java.util.List;
import vn.ansinh.search.Question.Link;
import vn.ansinh.search.analysis.Syllable;
import vn.ansinh.search.index.Clauses;
import vn.ansinh.search.index.Corpus;

/// A question's words as terms of one corpus, each with its weight, and as clauses of a query.
final class Terms {
  private static final double LINK = 0.5;
  private static final double VAGUE = 0.3;

  private final Question question;
  private final Corpus corpus;
  private final Clauses clauses;
  private final int[] folded;
  private final int[] marked;
  private final int[] pairs;
  private final double[] weights;
  private final int[][] written;
  private double all;

  Terms(Question question, Corpus corpus, Clauses clauses) {
    this.question = question;
    this.corpus = corpus;
    this.clauses = clauses;
    int size = question.words().size();
    folded = new int[size];
    marked = new int[size];
    pairs = new int[size];
    weights = new double[size];
    written = new int[question.links().size()][];
    addWords();
    addLinks();
  }

  /// The term of the word at a place, without marks; -1 when no text holds it.
  int folded(int at) {
    return folded[at];
  }

  int marked(int at) {
    return marked[at];
  }

  /// The term of the word at a place with the next one; -1 when no text holds it.
  int pair(int at) {
    return pairs[at];
  }

  /// How much the word at a place says.
  double weight(int at) {
    return weights[at];
  }

  /// The terms of the words that a link stands for.
  int[] written(int link) {
    return written[link];
  }

  /// The weight of the whole question.
  double all() {
    return all;
  }

  boolean isAsked(int term) {
    for (int own : folded) {
      if (own == term) {
        return true;
      }
    }
    return false;
  }

  private void addWords() {
    List<Syllable> words = question.words();
    boolean isVague = question.roles().stream().allMatch(role -> role.weight() == 0);
    for (int i = 0; i < words.size(); i++) {
      folded[i] = corpus.folded(words.get(i));
      marked[i] = corpus.marked(words.get(i));
      pairs[i] = question.isPair(i) ? corpus.pair(words.get(i), words.get(i + 1)) : -1;
      double role = isVague ? VAGUE : question.roles().get(i).weight();
      weights[i] = role * corpus.rarity(folded[i]);
      role = folded[i] < 0 && isLinked(i) ? LINK * role : role;
      all += weights[i];
      clauses.addWord(words.get(i), folded[i], marked[i], role, true);
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
        written[link][i] = corpus.folded(words.get(i));
        clauses.addWord(words.get(i), written[link][i], corpus.marked(words.get(i)), LINK, false);
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
