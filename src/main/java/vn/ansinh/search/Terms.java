package vn.ansinh.search;

import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.Query;
import vn.ansinh.search.Corpus.Child;
import vn.ansinh.search.Question.Link;
import vn.ansinh.search.Question.Name;
import vn.ansinh.search.Question.Span;
import vn.ansinh.search.analysis.Syllable;

/// A question's words as terms of one corpus, each with its weight, and as a Lucene query.
final class Terms {
  private static final int CLAUSES = 600;
  private static final double FOLDED = 0.35;
  private static final double MARKED = 0.35;
  private static final double PAIR = 0.8;
  private static final double LINK = 0.5;
  private static final double VAGUE = 0.3;

  /// What a text with each word once, of middling length, reaches of the highest score.
  private static final double ONCE = 0.65;

  private final Question question;
  private final Corpus corpus;
  private final PassageIndex index;
  private final BooleanQuery.Builder query = new BooleanQuery.Builder();
  private final int[] folded;
  private final int[] marked;
  private final int[] pairs;
  private final double[] weights;
  private final double[] credits;
  private final int[][] written;
  private final int[] ids = new int[CLAUSES];
  private final double[] boosts = new double[CLAUSES];
  private int clauses;
  private double ideal;
  private double all;

  /// What speaks for one entry; each from 0 to about 1.
  ///
  /// @param child its best text's BM25 score, of what a text with every word of the question would have
  /// @param whole the same of all its texts together
  /// @param cover the share of the question's weight that it explains
  /// @param likeness how much the question and its best alias or example say the same
  /// @param mass how much it explains at all; a long story explains little of itself, yet much
  /// @param named the share of the question's weight that is a title or alias of it
  /// @param foreign how many subjects of others the question names
  record Evidence(
      int entry,
      double child,
      double whole,
      double cover,
      double likeness,
      double mass,
      double named,
      int foreign) {

    /// What entries are ordered by.
    double rank() {
      return child + 0.6 * whole + 0.2 * named;
    }

    /// The chance that the question is about this entry and not about something unknown here: a
    /// logistic regression fitted to questions in and out of scope.
    double chance() {
      double sum =
          1.15 * child + 2.85 * whole + 1.6 * cover + 1.7 * likeness + 2.7 * mass + 1.25 * named
              - 2.5 * foreign;
      return 1 / (1 + Math.exp(5.4 - sum));
    }
  }

  /// How much of a question is explained: as a share of it, and in rarity.
  private record Cover(double share, double mass) {}

  /// What may hold a term: an entry, or one of its texts.
  private interface Holder {
    boolean holds(int term);
  }

  Terms(Question question, Corpus corpus, PassageIndex index) {
    this.question = question;
    this.corpus = corpus;
    this.index = index;
    int size = question.words().size();
    folded = new int[size];
    marked = new int[size];
    pairs = new int[size];
    weights = new double[size];
    credits = new double[size];
    written = new int[question.links().size()][];
    addWords();
    addLinks();
  }

  boolean isEmpty() {
    return clauses == 0;
  }

  Query query() {
    return query.build();
  }

  /// The score of a text that says all of the question once.
  private double ideal() {
    return Math.max(ideal, 1e-6);
  }

  /// The BM25 score of an entry's whole text.
  private double score(int entry) {
    double score = 0;
    for (int i = 0; i < clauses; i++) {
      score += boosts[i] * corpus.weight(entry, ids[i]);
    }
    return score;
  }

  /// @param score of its best text
  /// @param children its best texts
  Evidence evidence(int entry, double score, List<Child> children) {
    Cover cover = cover(term -> corpus.weight(entry, term) > 0);
    double likeness = 0;
    for (Child child : children) {
      likeness = Math.max(likeness, likeness(child));
    }
    return new Evidence(
        entry,
        score / ideal(),
        score(entry) / ideal(),
        cover.share(),
        likeness,
        1 - Math.exp(-cover.mass() / (2 * corpus.rarity(-1))),
        named(entry),
        foreign(children));
  }

  private Cover cover(Holder holder) {
    for (int i = 0; i < credits.length; i++) {
      credits[i] = weights[i] == 0 ? 0 : credit(i, holder);
    }
    for (int link = 0; link < written.length; link++) {
      int held = 0;
      for (int term : written[link]) {
        held += holder.holds(term) ? 1 : 0;
      }
      Link span = question.links().get(link);
      for (int i = span.from(); i < span.to(); i++) {
        credits[i] = Math.max(credits[i], 0.9 * held / written[link].length);
      }
    }
    double explained = 0;
    for (int i = 0; i < weights.length; i++) {
      explained += weights[i] * credits[i];
    }
    return new Cover(all == 0 ? 0 : explained / all, explained);
  }

  /// Harmonic mean of the text's share in the question and the question's share in the text.
  private double likeness(Child child) {
    double sum = 0;
    double shared = 0;
    for (int i = 0; i < child.content().length; i++) {
      double weight = child.roles()[i] * corpus.rarity(child.content()[i]);
      sum += weight;
      shared += isAsked(child.content()[i]) ? weight : 0;
    }
    if (sum == 0) {
      return 0;
    }
    double cover = cover(child::holds).share();
    double fit = shared / sum;
    return cover + fit == 0 ? 0 : 2 * cover * fit / (cover + fit);
  }

  /// The share of the question's weight that names the entry outright.
  private double named(int entry) {
    double most = 0;
    for (Name name : question.names()) {
      if (name.entries().contains(entry)) {
        double sum = 0;
        for (int i = name.from(); i < name.to(); i++) {
          sum += weights[i];
        }
        most = Math.max(most, sum);
      }
    }
    return all == 0 ? 0 : most / all;
  }

  /// How many subjects of others the question names that none of these texts does.
  private int foreign(List<Child> children) {
    int foreign = 0;
    for (Span span : question.elsewhere()) {
      foreign += children.stream().anyMatch(child -> holdsAll(child, span)) ? 0 : 1;
    }
    return foreign;
  }

  private boolean holdsAll(Child child, Span span) {
    for (int i = span.from(); i < span.to(); i++) {
      if (!child.holds(folded[i])) {
        return false;
      }
    }
    return true;
  }

  /// A word alone says less than a word beside its neighbour, and other marks say less than the same.
  private double credit(int at, Holder holder) {
    if (!holder.holds(folded[at])) {
      return 0;
    }
    boolean isBare = question.words().get(at).bare();
    boolean isExact = isBare || holder.holds(marked[at]);
    boolean isPaired = holder.holds(pairs[at]) || (at > 0 && holder.holds(pairs[at - 1]));
    if (isPaired) {
      return isExact ? 1 : 0.9;
    }
    return isBare ? 0.5 : isExact ? 0.75 : 0.25;
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
      addWord(words.get(i), folded[i], marked[i], role, true);
      if (question.isPair(i)) {
        double next = isVague ? VAGUE : question.roles().get(i + 1).weight();
        addPair(words.get(i), words.get(i + 1), (role + next) / 2, true);
      }
    }
  }

  private void addLinks() {
    for (int link = 0; link < written.length; link++) {
      List<Syllable> words = question.links().get(link).written();
      written[link] = new int[words.size()];
      for (int i = 0; i < words.size(); i++) {
        written[link][i] = corpus.folded(words.get(i));
        addWord(words.get(i), written[link][i], corpus.marked(words.get(i)), LINK, false);
        if (i > 0) {
          addPair(words.get(i - 1), words.get(i), LINK, false);
        }
      }
    }
  }

  private void addWord(Syllable word, int foldedId, int markedId, double weight, boolean isTyped) {
    boolean isOne = markedId >= 0 && corpus.hasOneSpelling(word);
    double folding = isOne ? FOLDED + MARKED : FOLDED;
    add(PassageIndex.FOLDED, word.folded(), foldedId, folding * weight, isTyped);
    if (!isOne) {
      add(PassageIndex.MARKED, word.marked(), markedId, MARKED * weight, isTyped);
    }
  }

  private void addPair(Syllable first, Syllable second, double weight, boolean isTyped) {
    String text = PassageIndex.pair(first, second);
    add(PassageIndex.PAIRS, text, corpus.pair(first, second), PAIR * weight, isTyped);
  }

  private void add(String field, String text, int id, double boost, boolean isTyped) {
    if (boost == 0) {
      return;
    }
    double weight = boost * corpus.rarity(id);
    if (isTyped) {
      ideal += ONCE * weight;
    }
    if (id >= 0 && clauses < CLAUSES) {
      query.add(new BoostQuery(index.term(id, field, text), (float) boost), Occur.SHOULD);
      ids[clauses] = id;
      boosts[clauses++] = weight;
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

  private boolean isAsked(int term) {
    for (int own : folded) {
      if (own == term) {
        return true;
      }
    }
    return false;
  }
}
