package vn.ansinh.knowledge.wording;

import vn.ansinh.knowledge.impact.Stale;
import vn.ansinh.text.Vietnamese;

/// Why something is to be looked at again, in a sentence for officers.
public final class StaleWords {
  private StaleWords() {}

  public static String of(Stale stale) {
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
