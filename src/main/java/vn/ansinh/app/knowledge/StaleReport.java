package vn.ansinh.app.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.knowledge.impact.Stale;
import vn.ansinh.text.Vietnamese;

/// What has grown old, in lines to print.
public final class StaleReport {
  private StaleReport() {}

  public static List<String> lines(List<Stale> stale, LocalDate day) {
    List<String> lines = new ArrayList<>();
    stale.forEach(each -> lines.add(each.place() + "  " + words(each)));
    lines.add(
        stale.isEmpty()
            ? "Ngày " + Vietnamese.date(day) + ": không có gì quá hạn."
            : "Ngày " + Vietnamese.date(day) + ": " + stale.size() + " chỗ cần xem lại.");
    return lines;
  }

  private static String words(Stale stale) {
    return switch (stale) {
      case Stale.Unreviewed(var entry) ->
          entry.id() + ": xem lại lần cuối ngày " + Vietnamese.date(entry.reviewedOn());
      case Stale.Ended(var document, var last, var dependent) ->
          DependentWords.of(dependent)
              + ". "
              + document.name()
              + " hết hiệu lực sau ngày "
              + Vietnamese.date(last)
              + (document.replacedBy() == null ? "" : ", thay bằng " + document.replacedBy());
      case Stale.Valueless(var parameter, var since, var dependent) ->
          DependentWords.of(dependent)
              + ". Tham số này "
              + (since == null
                  ? "chưa có giá trị"
                  : "không còn giá trị sau ngày " + Vietnamese.date(since));
    };
  }
}
