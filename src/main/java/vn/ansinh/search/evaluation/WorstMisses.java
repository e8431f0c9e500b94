package vn.ansinh.search.evaluation;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.EntitlementId;
import vn.ansinh.search.evaluation.Evaluation.Result;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.explain.Explained.Candidate;
import vn.ansinh.search.explain.Explained.Kind;
import vn.ansinh.search.explain.Explained.Part;
import vn.ansinh.search.explain.Explained.Source;
import vn.ansinh.search.explain.Explained.Term;
import vn.ansinh.search.explain.Explained.Why;

/// The questions whose expected entry comes last or falls furthest behind, and why.
public final class WorstMisses {
  private static final int TERMS = 3;
  private static final int NOWHERE = Integer.MAX_VALUE;

  private WorstMisses() {}

  /// What explains a question, and the entries named besides the best.
  @FunctionalInterface
  public interface Explaining {
    Explained of(String question, Collection<EntitlementId> besides);
  }

  /// @param place of the expected entry among all that were weighed; of a question that others
  /// must answer 0
  /// @param behind what it lacks: of the first one's rank, or of the least score that answers
  private record Miss(Result result, Explained explained, int place, double behind) {}

  /// In lines to print, the worst first: by the place of the expected entry, then by how far it is
  /// behind; questions that others must answer come last.
  public static List<String> lines(Evaluation evaluation, int most, Explaining explaining) {
    List<Miss> misses =
        evaluation.misses().stream()
            .map(result -> miss(result, explaining))
            .sorted(
                Comparator.comparingInt(Miss::place)
                    .thenComparingDouble(Miss::behind)
                    .reversed()
                    .thenComparing(miss -> miss.result.row().id()))
            .limit(most)
            .toList();
    List<String> lines = new ArrayList<>();
    lines.add("Câu trượt nặng nhất: " + misses.size() + " trong " + evaluation.misses().size());
    for (Miss miss : misses) {
      lines.add("");
      lines.add(
          String.join(
              "  ",
              miss.result.row().id(),
              "[" + miss.result.row().variant() + "]",
              miss.result.row().question()));
      lines.add("  cần " + miss.result.row().answer() + ": " + outcome(miss));
      reasons(miss).forEach(reason -> lines.add("  " + reason));
    }
    return lines;
  }

  private static Miss miss(Result result, Explaining explaining) {
    List<EntitlementId> expected =
        result.row().expected().stream().map(EntitlementId::new).toList();
    Explained explained = explaining.of(result.row().question(), expected);
    List<Candidate> candidates = explained.candidates();
    double missing = explained.verdict().answer() - score(explained);
    if (result.row().isOut()) {
      return new Miss(result, explained, 0, -missing);
    }
    for (int at = 0; at < candidates.size(); at++) {
      if (expected.contains(candidates.get(at).entry())) {
        double behind = candidates.getFirst().rank() - candidates.get(at).rank();
        return new Miss(result, explained, at + 1, at == 0 ? missing : behind);
      }
    }
    return new Miss(result, explained, NOWHERE, 0);
  }

  private static double score(Explained explained) {
    return explained.verdict().chance() * explained.verdict().certainty();
  }

  private static String outcome(Miss miss) {
    List<Candidate> candidates = miss.explained.candidates();
    if (candidates.isEmpty()) {
      return "không tìm thấy gì.";
    }
    String first =
        String.format(
            Locale.ROOT,
            "đứng đầu là %s (%.2f)",
            candidates.getFirst().entry(),
            candidates.getFirst().score());
    String refused =
        miss.explained.verdict().competing() == 0
            ? String.format(
                Locale.ROOT, ", dưới mức trả lời %.2f", miss.explained.verdict().answer())
            : "";
    return switch (miss.place) {
      case 0 -> "đáng lẽ từ chối, mà " + first + ".";
      case 1 -> "đúng mục, nhưng bị từ chối: " + first + refused + ".";
      case NOWHERE ->
          "không có trong " + candidates.size() + " mục được xét; " + first + refused + ".";
      default ->
          String.format(Locale.ROOT, "thứ %d, kém %.2f; ", miss.place, miss.behind)
              + first
              + refused
              + ".";
    };
  }

  private static List<String> reasons(Miss miss) {
    List<String> reasons = new ArrayList<>();
    unknown(miss.explained).ifPresent(reasons::add);
    List<Candidate> candidates = miss.explained.candidates();
    if (!candidates.isEmpty()) {
      Candidate first = candidates.getFirst();
      if (miss.place > 1 && miss.place != NOWHERE) {
        reasons.addAll(beside(first, candidates.get(miss.place - 1)));
      } else if (miss.place != 1) {
        reasons.add(first.entry() + " có " + terms(why(first).wholeTerms(), null) + ".");
      }
    }
    return reasons;
  }

  private static Optional<String> unknown(Explained explained) {
    String words =
        explained.read().words().stream()
            .filter(word -> !word.isKnown())
            .map(word -> "\"" + word.read() + "\"")
            .distinct()
            .collect(Collectors.joining(", "));
    return words.isEmpty()
        ? Optional.empty()
        : Optional.of("chữ không có trong kho: " + words + ".");
  }

  /// What the first has more of than the expected one, the greatest difference first.
  private static List<String> beside(Candidate first, Candidate expected) {
    List<String> reasons = new ArrayList<>();
    record Lead(Part first, Part expected) {
      double amount() {
        return first.amount() - expected.amount();
      }
    }
    List<Lead> leads = new ArrayList<>();
    for (int i = 0; i < first.parts().size(); i++) {
      leads.add(new Lead(first.parts().get(i), expected.parts().get(i)));
    }
    leads.stream()
        .filter(lead -> lead.amount() > 0.1)
        .sorted(Comparator.comparingDouble(Lead::amount).reversed())
        .limit(2)
        .forEach(
            lead ->
                reasons.add(
                    String.format(Locale.ROOT, "hơn %.2f vì ", lead.amount())
                        + reason(lead.first.kind(), first, expected)));
    return reasons;
  }

  private static String reason(Kind kind, Candidate first, Candidate expected) {
    Why more = why(first);
    Why less = why(expected);
    return switch (kind) {
      case WHOLE -> "cả mục nói nhiều hơn: " + terms(more.wholeTerms(), less.wholeTerms()) + ".";
      case TELLING ->
          "các chữ này nói riêng về nó hơn: "
              + terms(more.tellingTerms(), less.tellingTerms())
              + ".";
      case LIKENESS ->
          "giống "
              + (more.alike() == null
                  ? "hơn"
                  : called(more.alike().kind()) + " \"" + more.alike().words() + "\"")
              + ".";
      case NAMED -> "được gọi đúng tên \"" + more.named() + "\".";
      case AGE -> "tuổi trong câu hợp hơn.";
      case ELSEWHERE, NONE -> "";
    };
  }

  /// The terms by which the first leads most, with where each stands in both.
  private static String terms(List<Term> more, @Nullable List<Term> less) {
    ToDoubleFunction<Term> lead =
        term -> term.score() - same(term, less).map(Term::score).orElse(0.0);
    return more.stream()
        .sorted(Comparator.comparingDouble(lead).reversed())
        .limit(TERMS)
        .map(
            term ->
                "\""
                    + term.term()
                    + "\" ("
                    + places(term.in())
                    + (less == null
                        ? ""
                        : "; mục cần: "
                            + same(term, less).map(each -> places(each.in())).orElse("không có"))
                    + ")")
        .collect(Collectors.joining(", "));
  }

  private static Optional<Term> same(Term term, @Nullable List<Term> among) {
    return Stream.ofNullable(among)
        .flatMap(List::stream)
        .filter(each -> each.field().equals(term.field()) && each.term().equals(term.term()))
        .findFirst();
  }

  private static String places(List<Source> in) {
    return in.isEmpty()
        ? "không có"
        : in.stream().map(WorstMisses::called).collect(Collectors.joining(", "));
  }

  private static String called(Source source) {
    return switch (source) {
      case TITLE -> "tên mục";
      case ALIAS -> "tên gọi khác";
      case EXAMPLE -> "câu mẫu";
      case PASSAGE -> "chỉ lời đáp";
    };
  }

  private static Why why(Candidate candidate) {
    return Objects.requireNonNull(candidate.why());
  }
}
