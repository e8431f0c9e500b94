package vn.ansinh.app.doctor;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import vn.ansinh.app.doctor.Line.Part;
import vn.ansinh.knowledge.file.Fault;
import vn.ansinh.knowledge.file.KnowledgeFiles;
import vn.ansinh.knowledge.file.Loaded;

/// The knowledge files.
final class KnowledgeCheck {
  private KnowledgeCheck() {}

  static Line of(Path directory, Clock clock) {
    return switch (KnowledgeFiles.load(directory, clock)) {
      case Loaded.Broken(List<Fault> faults) ->
          Line.fault(
              Part.KNOWLEDGE,
              "%d lỗi trong %s, lỗi đầu: %s".formatted(faults.size(), directory, faults.getFirst()),
              "Chạy «knowledge check» để xem hết, sửa từng chỗ.");
      case Loaded.Good(var base, List<Fault> stale) ->
          stale.isEmpty()
              ? Line.ok(
                  Part.KNOWLEDGE, "%d mục, không có lỗi.".formatted(base.entitlements().size()))
              : Line.warning(
                  Part.KNOWLEDGE,
                  "%d mục, %d chỗ đã cũ, chỗ đầu: %s"
                      .formatted(base.entitlements().size(), stale.size(), stale.getFirst()),
                  "Chạy «knowledge stale» để xem hết, cập nhật theo văn bản mới.");
    };
  }
}
