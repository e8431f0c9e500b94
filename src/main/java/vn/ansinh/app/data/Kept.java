package vn.ansinh.app.data;

import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import vn.ansinh.app.config.Config;
import vn.ansinh.citizen.Retention;
import vn.ansinh.delivery.handout.Handouts;

/// How long a table's rows are kept: by the very figures that the sweeps go by.
enum Kept {
  /// Until the citizen says otherwise.
  CITIZEN,
  MESSAGES,
  REMINDERS,
  INBOX,
  QUESTIONS,
  FIGURES,
  ERASED_KEYS,
  JOININGS,
  HANDOUTS,
  /// As long as an officer has an account.
  ACCOUNT,
  SESSION,
  /// The officers' own work.
  WORK,
  FOREVER,
  /// No personal data.
  SERVICE;

  /// As the register writes it: `erased-keys`.
  static Optional<Kept> of(String key) {
    return Stream.of(values())
        .filter(each -> each.name().toLowerCase(Locale.ROOT).replace('_', '-').equals(key))
        .findFirst();
  }

  String words(Config config) {
    String erased = ", hoặc đến khi người dân xóa (/xoadulieu)";
    return switch (this) {
      case CITIZEN -> "đến khi người dân đổi hoặc xóa (/xoadulieu)";
      case MESSAGES -> days(config.retention().messages()) + erased;
      case REMINDERS -> days(config.retention().reminders()) + " sau khi kết thúc" + erased;
      case INBOX -> days(config.retention().cases()) + " sau lời cuối" + erased;
      case QUESTIONS -> days(config.retention().questions());
      case FIGURES -> days(config.retention().figures());
      case ERASED_KEYS -> days(Retention.REPEATED);
      case JOININGS -> "%d giờ".formatted(Retention.JOINING.toHours()) + erased;
      case HANDOUTS -> days(Handouts.GOOD) + erased;
      case ACCOUNT -> "khi tài khoản còn; ngừng rồi vẫn giữ tên để nhật ký có nghĩa";
      case SESSION ->
          "đến khi hết hạn (phiên đăng nhập: %d giờ)"
              .formatted(config.console().times().longest().toHours());
      case WORK -> "theo việc của cán bộ, không tự xóa";
      case FOREVER -> "không xóa";
      case SERVICE -> "theo dịch vụ";
    };
  }

  private static String days(Duration kept) {
    return "%d ngày".formatted(kept.toDays());
  }
}
