package vn.ansinh.app.doctor;

import io.vertx.core.json.JsonObject;
import java.util.Locale;

/// What was seen of one part.
///
/// @param said in Vietnamese, one sentence
/// @param cure what to do, in Vietnamese; empty when nothing is to be done
record Line(Part part, State state, String said, String cure) {
  enum Part {
    CONFIGURATION("Cấu hình"),
    DATABASE("Cơ sở dữ liệu"),
    MIGRATIONS("Bản cập nhật"),
    NODES("Các máy"),
    BACKUP("Bản sao lưu"),
    CLOCK("Đồng hồ"),
    TELEGRAM("Telegram"),
    WEBHOOK("Webhook"),
    ZALO("Zalo"),
    ZALO_WEBHOOK("Webhook Zalo"),
    DISK("Ổ đĩa"),
    KNOWLEDGE("Kho kiến thức");

    private final String label;

    Part(String label) {
      this.label = label;
    }
  }

  enum State {
    OK("OK"),
    WARNING("CẢNH BÁO"),
    FAULT("LỖI");

    private final String label;

    State(String label) {
      this.label = label;
    }
  }

  static Line ok(Part part, String said) {
    return new Line(part, State.OK, said, "");
  }

  static Line warning(Part part, String said, String cure) {
    return new Line(part, State.WARNING, said, cure);
  }

  static Line fault(Part part, String said, String cure) {
    return new Line(part, State.FAULT, said, cure);
  }

  String text() {
    String seen = "%-8s  %-13s  %s".formatted(state.label, part.label, said);
    return cure.isEmpty() ? seen : seen + " → " + cure;
  }

  JsonObject json() {
    return new JsonObject()
        .put("part", part.name().toLowerCase(Locale.ROOT))
        .put("state", state.name().toLowerCase(Locale.ROOT))
        .put("said", said)
        .put("cure", cure);
  }
}
