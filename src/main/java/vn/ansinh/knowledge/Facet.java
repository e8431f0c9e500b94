package vn.ansinh.knowledge;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// The side of an entitlement that a question asks about.
public enum Facet {
  OVERVIEW("Tóm tắt"),
  WHO("Ai được hưởng"),
  AMOUNT("Mức hưởng"),
  DOCUMENTS("Giấy tờ"),
  WHERE("Nơi nộp"),
  DEADLINE("Thời hạn"),
  PAYMENT("Nhận tiền"),
  LEGAL("Căn cứ"),
  CHANGED("Thay đổi");

  private final String heading;

  Facet(String heading) {
    this.heading = heading;
  }

  /// The heading in an entitlement's file, and the words on its button.
  public String heading() {
    return heading;
  }

  /// The lower-case name used in JSON, buttons and question files.
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<Facet> ofKey(String key) {
    return Arrays.stream(values()).filter(facet -> facet.key().equals(key)).findFirst();
  }

  public static Optional<Facet> ofHeading(String heading) {
    return Arrays.stream(values()).filter(facet -> facet.heading.equals(heading)).findFirst();
  }
}
