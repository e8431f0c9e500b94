package vn.ansinh.app.knowledge;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import vn.ansinh.knowledge.impact.Stale;
import vn.ansinh.knowledge.wording.StaleWords;
import vn.ansinh.text.Vietnamese;

/// What has grown old, in lines to print.
public final class StaleReport {
  private StaleReport() {}

  public static List<String> lines(List<Stale> stale, LocalDate day) {
    List<String> lines = new ArrayList<>();
    stale.forEach(each -> lines.add(each.place() + "  " + StaleWords.of(each)));
    lines.add(
        stale.isEmpty()
            ? "Ngày " + Vietnamese.date(day) + ": không có gì quá hạn."
            : "Ngày " + Vietnamese.date(day) + ": " + stale.size() + " chỗ cần xem lại.");
    return lines;
  }
}
