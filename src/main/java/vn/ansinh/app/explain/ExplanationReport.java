package vn.ansinh.app.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import vn.ansinh.knowledge.Entitlement.Ages;
import vn.ansinh.search.explain.Explained;
import vn.ansinh.search.explain.Explained.Candidate;
import vn.ansinh.search.explain.Explained.Part;
import vn.ansinh.search.explain.Explained.Read;
import vn.ansinh.search.explain.Explained.Term;
import vn.ansinh.search.explain.Explained.Text;
import vn.ansinh.search.explain.Explained.Verdict;
import vn.ansinh.search.explain.Explained.Why;
import vn.ansinh.search.explain.Explained.Word;
import vn.ansinh.search.explain.ExplanationWords;

/// An explanation in plain columns, in lines to print.
public final class ExplanationReport {
  private static final int TERMS = 8;
  private static final int CANDIDATES = 10;
  private static final int LONGEST_TEXT = 70;

  private ExplanationReport() {}

  public static List<String> lines(Explained explained) {
    List<String> lines = new ArrayList<>();
    words(explained.read(), lines);
    read(explained.read(), lines);
    candidates(explained.candidates(), lines);
    int place = 1;
    for (Candidate candidate : explained.candidates()) {
      Why why = candidate.why();
      if (why != null) {
        lines.add("");
        lines.add(place + ". " + candidate.entry());
        why(candidate, why, lines);
      }
      place++;
    }
    lines.add("");
    verdict(explained, lines);
    return lines;
  }

  private static void words(Read read, List<String> lines) {
    lines.add(String.format("%-14s %-14s %-30s %-9s %8s", "đã gõ", "đọc là", "vì", "vai", "nặng"));
    Word before = null;
    for (Word word : read.words()) {
      boolean isSame = before != null && before.typed().equals(word.typed());
      boolean isSplit = isSame && word.steps().stream().anyMatch(ExplanationReport::makesMore);
      String how =
          word.steps().stream().map(ExplanationWords::of).collect(Collectors.joining(", "));
      lines.add(
          String.format(
              Locale.ROOT,
              "%-14s %-14s %-30s %-9s %8.2f%s",
              isSplit ? "" : word.typed(),
              word.read(),
              how.isEmpty() ? "-" : how,
              ExplanationWords.of(word.role()),
              word.weight(),
              word.isKnown() ? "" : "  không có trong kho"));
      before = word;
    }
  }

  private static boolean makesMore(Explained.Step step) {
    return step == Explained.Step.ABBREVIATION || step == Explained.Step.SPLIT;
  }

  private static void read(Read read, List<String> lines) {
    lines.add("");
    if (read.isApart()) {
      lines.add("Chữ dựng sẵn: dấu gõ rời (NFD) đã được ghép vào chữ.");
    }
    String sides =
        read.sides().stream()
            .map(side -> "\"" + side.phrase() + "\" hỏi " + side.facet().key())
            .collect(Collectors.joining(", "));
    lines.add(
        "Điều được hỏi: "
            + read.facet().key()
            + (!sides.isEmpty()
                ? ", vì " + sides
                : read.isFacetNamed() ? ", vì hỏi có hay không" : ", vì câu không nói rõ"));
    if (read.isBare()) {
      lines.add("Câu không có chủ đề riêng, chỉ hỏi một mặt.");
    }
    read.names()
        .forEach(name -> lines.add("Tên gọi: \"" + name.said() + "\" của " + name.entries()));
    read.meanings()
        .forEach(
            each -> lines.add("Nói \"" + each.said() + "\", tìm cả \"" + each.written() + "\""));
    if (!read.ages().isEmpty()) {
      lines.add("Tuổi: " + read.ages());
    }
  }

  private static void candidates(List<Candidate> candidates, List<String> lines) {
    lines.add("");
    lines.add("Mục được xét: " + candidates.size() + " (in nhiều nhất " + CANDIDATES + ")");
    if (candidates.isEmpty()) {
      return;
    }
    StringBuilder heading =
        new StringBuilder(String.format("%-36s %6s %6s", "mục", "điểm", "tổng"));
    candidates
        .getFirst()
        .parts()
        .forEach(part -> heading.append(String.format(" %9s", ExplanationWords.of(part.kind()))));
    lines.add(heading.toString());
    for (Candidate candidate : candidates.subList(0, Math.min(CANDIDATES, candidates.size()))) {
      StringBuilder line = new StringBuilder();
      line.append(
          String.format(
              Locale.ROOT,
              "%-36s %6.3f %6.2f",
              candidate.entry(),
              candidate.score(),
              candidate.rank()));
      candidate
          .parts()
          .forEach(part -> line.append(String.format(Locale.ROOT, " %9.2f", part.amount())));
      lines.add(line.toString());
    }
  }

  private static void why(Candidate candidate, Why why, List<String> lines) {
    lines.add(
        String.format(Locale.ROOT, "   Lucene     %5.2f  %s", why.textScore(), text(why.text())));
    why.textTerms().stream().limit(TERMS).forEach(term -> lines.add(term(term)));
    for (Part part : candidate.parts()) {
      lines.add(
          String.format(
              Locale.ROOT,
              "   %-10s %5.2f × %4.2f = %5.2f%s",
              ExplanationWords.of(part.kind()),
              part.value(),
              part.factor(),
              part.amount(),
              told(part, why)));
      switch (part.kind()) {
        case WHOLE -> why.wholeTerms().stream().limit(TERMS).forEach(term -> lines.add(term(term)));
        case TELLING ->
            why.tellingTerms().stream().limit(TERMS).forEach(term -> lines.add(term(term)));
        case LIKENESS, NAMED, AGE, ELSEWHERE, NONE -> {}
      }
    }
  }

  private static String told(Part part, Why why) {
    return switch (part.kind()) {
      case LIKENESS -> why.alike() == null ? "" : "  " + text(why.alike());
      case NAMED -> why.named() == null ? "" : "  \"" + why.named() + "\"";
      case AGE -> why.ages().isEmpty() ? "" : "  dành cho " + ages(why.ages());
      case WHOLE, TELLING, ELSEWHERE, NONE -> "";
    };
  }

  private static String ages(List<Ages> ages) {
    return ages.stream()
        .map(
            each ->
                each.to() == Integer.MAX_VALUE
                    ? "từ " + each.from() + " tuổi"
                    : each.from() + "-" + each.to() + " tuổi")
        .collect(Collectors.joining(", "));
  }

  private static String text(@Nullable Text text) {
    if (text == null) {
      return "-";
    }
    String words = text.words().replace('\n', ' ');
    return ExplanationWords.of(text.kind())
        + ": "
        + (words.length() > LONGEST_TEXT ? words.substring(0, LONGEST_TEXT) + "…" : words);
  }

  private static String term(Term term) {
    return String.format(
        Locale.ROOT,
        "     %-7s %-22s %6.3f  %s",
        term.field(),
        term.term(),
        term.score(),
        term.in().stream().map(ExplanationWords::of).collect(Collectors.joining(", ")));
  }

  private static void verdict(Explained explained, List<String> lines) {
    Verdict verdict = explained.verdict();
    lines.add(
        String.format(
            Locale.ROOT,
            "Khả năng câu hỏi là về mục đầu: %.3f = 1 / (1 + exp(-(%s)))",
            verdict.chance(),
            verdict.parts().stream()
                .map(
                    part ->
                        String.format(
                            Locale.ROOT,
                            "%s %.2f",
                            ExplanationWords.of(part.kind()),
                            part.amount()))
                .collect(Collectors.joining(" + "))));
    if (verdict.certainty() < 1) {
      lines.add(
          String.format(
              Locale.ROOT, "Câu không có chủ đề riêng: chỉ còn × %.2f", verdict.certainty()));
    }
    lines.add("Kết luận: " + conclusion(verdict));
  }

  private static String conclusion(Verdict verdict) {
    double score = verdict.chance() * verdict.certainty();
    return switch (verdict.competing()) {
      case 0 ->
          String.format(
              Locale.ROOT, "nothing, vì điểm %.3f dưới mức trả lời %.2f", score, verdict.answer());
      case 1 ->
          String.format(
              Locale.ROOT,
              "confident, vì điểm %.3f đạt mức trả lời %.2f và không mục nào khác đạt %.3f",
              score,
              verdict.answer(),
              verdict.near());
      default ->
          String.format(
              Locale.ROOT,
              "ambiguous, vì %d mục cùng đạt từ %.3f trở lên",
              verdict.competing(),
              verdict.near());
    };
  }
}
