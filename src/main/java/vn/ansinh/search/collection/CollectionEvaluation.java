package vn.ansinh.search.collection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import vn.ansinh.search.collection.JudgedCollection.Good;
import vn.ansinh.search.collection.JudgedCollection.Question;
import vn.ansinh.search.collection.JudgedCollection.Text;

/// How well the questions of a collection find their texts, in all and by variant.
public final class CollectionEvaluation {
  private final Map<String, List<Judgement>> variants = new TreeMap<>();
  private final List<Judgement> all;
  private final List<String> astray;

  /// The figures of one group of questions.
  ///
  /// @param hitAt1 share of the questions with a right text in the first place; the next three
  /// likewise
  /// @param meanReciprocalRank of the first right text among those ranked
  /// @param millis of one search
  record Figures(
      int questions,
      double hitAt1,
      double hitAt5,
      double hitAt10,
      double hitAt20,
      double meanReciprocalRank,
      double gainAt10,
      Millis millis) {
    static Figures of(List<Judgement> group) {
      return new Figures(
          group.size(),
          share(group, 1),
          share(group, 5),
          share(group, 10),
          share(group, 20),
          group.stream().mapToDouble(each -> each.rank() == 0 ? 0 : 1.0 / each.rank()).sum()
              / group.size(),
          group.stream().mapToDouble(Judgement::gain).sum() / group.size(),
          Millis.of(group));
    }

    private static double share(List<Judgement> group, int depth) {
      return (double) group.stream().filter(each -> each.isWithin(depth)).count() / group.size();
    }
  }

  record Millis(double p50, double p99, double mean) {
    static Millis of(List<Judgement> group) {
      long[] nanos = group.stream().mapToLong(Judgement::nanos).sorted().toArray();
      double mean = group.stream().mapToLong(Judgement::nanos).sum() / (double) nanos.length;
      return new Millis(percentile(nanos, 0.5), percentile(nanos, 0.99), mean / 1e6);
    }

    /// The smallest that so great a share does not exceed.
    private static double percentile(long[] sorted, double share) {
      return sorted[(int) Math.ceil(share * sorted.length) - 1] / 1e6;
    }
  }

  /// Asks everything twice: the first round warms the machine up, the second is measured.
  ///
  /// @param search the ids found, best first
  /// @param nanos the time this thread has worked so far
  public CollectionEvaluation(
      Good collection, Function<String, List<String>> search, LongSupplier nanos) {
    ask(collection.questions(), search, nanos);
    all = ask(collection.questions(), search, nanos);
    for (int i = 0; i < all.size(); i++) {
      variants
          .computeIfAbsent(collection.questions().get(i).variant(), any -> new ArrayList<>())
          .add(all.get(i));
    }
    Set<String> ids = collection.texts().stream().map(Text::id).collect(Collectors.toSet());
    astray =
        collection.questions().stream()
            .filter(question -> !ids.containsAll(question.expected()))
            .map(question -> question.id() + " (dòng " + question.line() + ")")
            .toList();
  }

  private static List<Judgement> ask(
      List<Question> questions, Function<String, List<String>> search, LongSupplier nanos) {
    List<Judgement> judgements = new ArrayList<>(questions.size());
    for (Question question : questions) {
      long begun = nanos.getAsLong();
      List<String> ranking = search.apply(question.question());
      long taken = nanos.getAsLong() - begun;
      judgements.add(Judgement.of(ranking, question.expected(), taken));
    }
    return judgements;
  }

  Figures figures() {
    return Figures.of(all);
  }

  Figures figures(String variant) {
    return Figures.of(variants.getOrDefault(variant, List.of()));
  }

  /// The table, in lines to print.
  public List<String> report() {
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            "%-14s %6s %7s %7s %7s %7s %7s %7s %8s %8s %8s",
            "biến thể",
            "câu",
            "R@1",
            "R@5",
            "R@10",
            "R@20",
            "MRR",
            "nDCG@10",
            "p50 ms",
            "p99 ms",
            "tb ms"));
    lines.add(line("tất cả", figures()));
    if (variants.size() > 1 || !variants.containsKey("")) {
      variants.forEach(
          (variant, group) ->
              lines.add(line(variant.isEmpty() ? "-" : variant, Figures.of(group))));
    }
    lines.add("R@k: phần câu có một văn bản đúng trong k văn bản đầu. MRR: trong 50 văn bản đầu.");
    lines.add("ms: thời gian CPU của một câu, đo ở lượt hỏi thứ hai; tb: trung bình.");
    if (!astray.isEmpty()) {
      lines.add("");
      lines.add("Câu có mã đáp án không có trong bộ văn bản, mã ấy tính là không tìm thấy:");
      lines.add(String.join(", ", astray));
    }
    return lines;
  }

  private static String line(String name, Figures figures) {
    return String.format(
        Locale.ROOT,
        "%-14s %6d %7.3f %7.3f %7.3f %7.3f %7.3f %7.3f %8.2f %8.2f %8.2f",
        name,
        figures.questions(),
        figures.hitAt1(),
        figures.hitAt5(),
        figures.hitAt10(),
        figures.hitAt20(),
        figures.meanReciprocalRank(),
        figures.gainAt10(),
        figures.millis().p50(),
        figures.millis().p99(),
        figures.millis().mean());
  }
}
